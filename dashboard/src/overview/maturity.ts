import type { LabelStats } from '../wire/types';

export interface Maturity {
  model: string;
  matured: number;
  open: number;
  share: number;
}

/** Labels of each model over all sources: how many have matured, how many are to come. */
export function maturityOf(labels: readonly LabelStats[]): Maturity[] {
  const models = [...new Set(labels.map(({ model }) => model))];
  return models.map((model) => {
    const own = labels.filter((line) => line.model === model);
    const matured = own.reduce((sum, line) => sum + line.matured, 0);
    const open = own.reduce((sum, line) => sum + line.open, 0);
    return { model, matured, open, share: matured + open === 0 ? 0 : matured / (matured + open) };
  });
}
