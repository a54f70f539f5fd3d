import type { RunResponse } from '../wire/types';

/** The word that says most about a run: what was decided, else how it ended. */
export const stateOf = (run: RunResponse): string => run.result?.decision ?? run.state;

export const sentenceOf = (run: RunResponse): string => run.result?.sentence ?? run.error ?? (run.state === 'running' ? 'under way' : '');

/** What the steps took; a run that was played or has no result took from start to end. */
export function secondsOf(run: RunResponse): number | null {
  const steps = run.result?.steps ?? [];
  if (steps.length > 0) return steps.reduce((sum, step) => sum + step.seconds, 0);
  return run.finished_at === null ? null : (Date.parse(run.finished_at) - Date.parse(run.started_at)) / 1000;
}
