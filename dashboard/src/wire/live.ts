import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { tell, type Change } from './changes';
import { isTouched } from './keys';
import { LiveStream, type Connection, type Source } from './liveStream';

const gatherFor = 250;

/** Everything remembered that changes may have touched is asked for again; many changes at once count as one. */
export function refresher(client: QueryClient): (change: Change) => void {
  const touched = new Set<string | null>();
  let waiting: ReturnType<typeof setTimeout> | null = null;
  const refresh = () => {
    waiting = null;
    const models = [...touched];
    touched.clear();
    void client.invalidateQueries({ predicate: (query) => models.some((model) => isTouched(query.queryKey, model)) });
  };
  return (change) => {
    tell(change);
    touched.add(change.model);
    waiting ??= setTimeout(refresh, gatherFor);
  };
}

let stream: LiveStream | null = null;

export function startLive(client: QueryClient): LiveStream {
  stream = new LiveStream(
    {
      open: () => new EventSource('/v1/changes') as unknown as Source,
      now: () => Date.now(),
      wait: (milliseconds, then) => {
        const timer = setTimeout(then, milliseconds);
        return () => clearTimeout(timer);
      },
    },
    refresher(client),
    () => void client.invalidateQueries(),
  );
  stream.subscribe(() => { document.documentElement.dataset.connection = stream?.connection.state ?? 'connecting'; });
  window.addEventListener('online', () => stream?.retryNow());
  document.addEventListener('visibilitychange', () => { if (!document.hidden) stream?.retryNow(); });
  stream.start();
  return stream;
}

const nothing = () => () => undefined;
const connecting: Connection = { state: 'connecting' };

export function useConnection(): Connection {
  return useSyncExternalStore(stream?.subscribe ?? nothing, stream?.read ?? (() => connecting));
}

export const retryNow = (): void => stream?.retryNow();
