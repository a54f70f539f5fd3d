import type { ModelRetraining } from '../wire/types';

export interface Due {
  name: string;
  at: string;
  cron: string;
  models: string[];
}

/** What is due, soonest first; what is due for several models at the same time is one line. */
export function dueOf(models: readonly ModelRetraining[]): Due[] {
  const lines = new Map<string, Due>();
  for (const { model, schedules } of models) {
    for (const { name, next_due: at, cron } of schedules) {
      const line = lines.get(`${name} ${at}`) ?? { name, at, cron, models: [] };
      line.models.push(model);
      lines.set(`${name} ${at}`, line);
    }
  }
  return [...lines.values()].sort((a, b) => a.at.localeCompare(b.at));
}
