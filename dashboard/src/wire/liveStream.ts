import type { Change } from './changes';

export type Connection =
  | { state: 'connecting' }
  | { state: 'open' }
  | { state: 'lost'; since: number };

/** What a stream needs of an EventSource; tests hand in their own. */
export interface Source {
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  addEventListener(kind: string, listener: (event: { data: string }) => void): void;
  close(): void;
}

export interface Surroundings {
  open: () => Source;
  now: () => number;
  wait: (milliseconds: number, then: () => void) => () => void;
}

const firstWait = 1_000;
const longestWait = 15_000;

// The server sends a heartbeat every 15 seconds; two missed in a row mean that nobody is there, whatever the socket says.
const longestSilence = 40_000;

/** The stream of changes. It reconnects by itself, at first quickly, and tells whether what is shown is live. */
export class LiveStream {
  connection: Connection = { state: 'connecting' };
  private source: Source | null = null;
  private stopWaiting: (() => void) | null = null;
  private stopListening: (() => void) | null = null;
  private failures = 0;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly around: Surroundings,
    private readonly onChange: (change: Change) => void,
    private readonly onReconnect: () => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Connection => this.connection;

  start(): void {
    const source = this.around.open();
    this.source = source;
    source.onopen = () => this.opened();
    source.onerror = () => this.failed();
    source.addEventListener('heartbeat', () => this.heard());
    source.addEventListener('change', (event) => {
      this.heard();
      this.onChange(JSON.parse(event.data) as Change);
    });
  }

  stop(): void {
    this.stopWaiting?.();
    this.stopWaiting = null;
    this.stopListening?.();
    this.stopListening = null;
    this.source?.close();
    this.source = null;
  }

  /** Somebody came back to the page, or asks for it: no reason to wait any longer. */
  retryNow(): void {
    if (this.connection.state !== 'lost') return;
    this.stop();
    this.start();
  }

  private heard(): void {
    this.stopListening?.();
    this.stopListening = this.around.wait(longestSilence, () => this.failed());
  }

  private opened(): void {
    this.heard();
    const wasLost = this.connection.state === 'lost';
    this.failures = 0;
    this.become({ state: 'open' });
    // Changes made meanwhile were missed.
    if (wasLost) this.onReconnect();
  }

  private failed(): void {
    this.stop();
    if (this.connection.state !== 'lost') this.become({ state: 'lost', since: this.around.now() });
    const wait = Math.min(longestWait, firstWait * 2 ** this.failures);
    this.failures += 1;
    this.stopWaiting = this.around.wait(wait, () => this.start());
  }

  private become(connection: Connection): void {
    this.connection = connection;
    for (const listener of this.listeners) listener();
  }
}
