import { describe, expect, it } from 'vitest';
import type { Change } from './changes';
import { LiveStream, type Source } from './liveStream';

class Line implements Source {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  closed = false;
  readonly listeners = new Map<string, (event: { data: string }) => void>();
  addEventListener(kind: string, listener: (event: { data: string }) => void) { this.listeners.set(kind, listener); }
  send(kind: string, data: unknown = {}) { this.listeners.get(kind)?.({ data: JSON.stringify(data) }); }
  close() { this.closed = true; }
}

/** A world in which time passes when it is told to. */
function world() {
  const lines: Line[] = [];
  const changes: Change[] = [];
  let clock = 0;
  let reconnects = 0;
  let alarms: Array<{ at: number; then: () => void }> = [];
  const stream = new LiveStream(
    {
      open: () => { lines.push(new Line()); return lines.at(-1)!; },
      now: () => clock,
      wait: (milliseconds, then) => {
        const alarm = { at: clock + milliseconds, then };
        alarms.push(alarm);
        return () => { alarms = alarms.filter((other) => other !== alarm); };
      },
    },
    (change) => changes.push(change),
    () => { reconnects += 1; },
  );
  const pass = (milliseconds: number) => {
    const until = clock + milliseconds;
    for (;;) {
      const next = alarms.filter((alarm) => alarm.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      alarms = alarms.filter((alarm) => alarm !== next);
      clock = next.at;
      next.then();
    }
    clock = until;
  };
  return { stream, lines, changes, pass, reconnects: () => reconnects };
}

const change: Change = { position: 7, kind: 'promote', model: 'churn', at: '2026-11-20T12:00:00Z' };

describe('the stream of changes', () => {
  it('hands on what happens', () => {
    const { stream, lines, changes } = world();
    stream.start();
    lines[0]!.onopen!();
    lines[0]!.send('change', change);
    expect(stream.read()).toEqual({ state: 'open' });
    expect(changes).toEqual([change]);
  });

  it('says since when the connection is lost, however often it is tried in vain', () => {
    const { stream, lines, pass } = world();
    stream.start();
    pass(5_000);
    lines[0]!.onerror!();
    pass(1_000);
    lines[1]!.onerror!();
    expect(stream.read()).toEqual({ state: 'lost', since: 5_000 });
  });

  it('waits longer each time, and never longer than a quarter of a minute', () => {
    const { stream, lines, pass } = world();
    stream.start();
    for (const wait of [1_000, 2_000, 4_000, 8_000, 15_000, 15_000]) {
      const before = lines.length;
      lines.at(-1)!.onerror!();
      pass(wait - 1);
      expect(lines).toHaveLength(before);
      pass(1);
      expect(lines).toHaveLength(before + 1);
    }
  });

  it('asks for everything again once it is back, and only then', () => {
    const { stream, lines, pass, reconnects } = world();
    stream.start();
    lines[0]!.onopen!();
    expect(reconnects()).toBe(0);
    lines[0]!.onerror!();
    pass(1_000);
    lines[1]!.onopen!();
    expect(reconnects()).toBe(1);
    expect(stream.read()).toEqual({ state: 'open' });
  });

  it('takes silence for a loss, and a heartbeat for life', () => {
    const { stream, lines, pass } = world();
    stream.start();
    lines[0]!.onopen!();
    pass(39_000);
    lines[0]!.send('heartbeat');
    pass(39_000);
    expect(stream.read().state).toBe('open');
    pass(1_000);
    expect(stream.read()).toEqual({ state: 'lost', since: 79_000 });
    expect(lines[0]!.closed).toBe(true);
  });

  it('tries at once when somebody asks', () => {
    const { stream, lines, pass } = world();
    stream.start();
    lines[0]!.onerror!();
    stream.retryNow();
    expect(lines).toHaveLength(2);
    pass(1_000);
    expect(lines).toHaveLength(2);
  });

  it('tells its listeners until they go', () => {
    const { stream, lines } = world();
    let told = 0;
    const leave = stream.subscribe(() => { told += 1; });
    stream.start();
    lines[0]!.onopen!();
    leave();
    lines[0]!.onerror!();
    expect(told).toBe(1);
  });
});
