import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys } from '../wire/keys';
import type { RunProgress } from '../wire/types';

/** The newest step of a run, as it happens; the run itself is asked for again when the stream ends. */
export function useProgress(run: number, isRunning: boolean): RunProgress | null {
  const [progress, setProgress] = useState<RunProgress | null>(null);
  const client = useQueryClient();
  useEffect(() => {
    if (!isRunning) return undefined;
    const source = new EventSource(`/v1/runs/${run}/progress`);
    source.onmessage = (event) => setProgress(JSON.parse(event.data as string) as RunProgress);
    // The server closes the stream when the run has ended; a browser calls that an error and would begin again.
    source.onerror = () => {
      source.close();
      void client.invalidateQueries({ queryKey: keys.run(run) });
      void client.invalidateQueries({ queryKey: keys.status });
    };
    return () => source.close();
  }, [run, isRunning, client]);
  return progress;
}
