import { useEffect, useRef } from 'react';

/** One thing that happened, as the stream of changes tells it. */
export interface Change {
  position: number;
  kind: string;
  model: string | null;
  at: string;
}

const listeners = new Set<(change: Change) => void>();

export function tell(change: Change): void {
  for (const listener of listeners) listener(change);
}

/** Hears of every change while the component is shown. */
export function useChanges(onChange: (change: Change) => void): void {
  const listener = useRef(onChange);
  listener.current = onChange;
  useEffect(() => {
    const hear = (change: Change) => listener.current(change);
    listeners.add(hear);
    return () => { listeners.delete(hear); };
  }, []);
}
