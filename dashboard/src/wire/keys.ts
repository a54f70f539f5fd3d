/** Keys of what is remembered: the topic, then the model it is about, then the rest. A change of a model finds all it touches. */
export const keys = {
  status: ['status'] as const,
  stats: ['stats'] as const,
  versions: (model: string) => ['versions', model] as const,
  history: (model: string, metric: string | null) => ['history', model, metric] as const,
  performance: (model: string, metric: string | null, by: string | null) => ['performance', model, metric, by] as const,
  scores: (model: string, version: string | null) => ['scores', model, version] as const,
  answers: (model: string, filter: unknown) => ['answers', model, filter] as const,
  compare: (model: string, first: string, second: string) => ['compare', model, first, second] as const,
  preview: (model: string, version: string) => ['preview', model, version] as const,
  deployments: (model: string) => ['deployments', model] as const,
  scorecard: (model: string) => ['scorecard', model] as const,
  drift: (model: string) => ['drift', model] as const,
  runs: (model: string | null) => ['runs', model] as const,
  run: (id: number) => ['run', null, id] as const,
  runLog: (id: number) => ['run', null, id, 'log'] as const,
  leaderboard: (id: number) => ['run', null, id, 'leaderboard'] as const,
  imports: (filter: unknown) => ['imports', null, filter] as const,
  inbox: ['inbox'] as const,
  batches: ['batches'] as const,
  batch: (id: number) => ['batches', null, id] as const,
  customers: (search: string) => ['customers', null, search] as const,
  customer: (key: string) => ['customers', null, 'one', key] as const,
  timeline: (key: string) => ['customers', null, 'timeline', key] as const,
  prediction: (id: string) => ['prediction', null, id] as const,
  alerts: (state: string) => ['alerts', null, state] as const,
  audit: (filter: unknown) => ['audit', null, filter] as const,
  definition: ['definition'] as const,
  definitionHistory: ['definition', null, 'history'] as const,
};

/** Whether something remembered may be out of date after a change of a model; a change of no model touches everything. */
export function isTouched(key: readonly unknown[], model: string | null): boolean {
  const about = key[1];
  return model === null || typeof about !== 'string' || about === model;
}
