import type { LabelStats, ModelStatus } from '../wire/types';

/** What a model has learnt of the truth, and what is still to come. */
export interface LedgerLine {
  model: string;
  /** Answers whose truth is known, of those given by a version and recorded. */
  matured: number;
  open: number;
  /** Labels made of history, before there were answers. */
  fromHistory: number;
  corrected: number;
  mean: number | null;
  waiting: number;
  nextLabel: string | null;
  nextVerdict: string | null;
  giveOrTakeDays: number | null;
}

const history = 'backfill';

/** A line per model, in the order of the definition file; models that are no longer there come last. */
export function ledgerOf(labels: readonly LabelStats[], models: readonly ModelStatus[]): LedgerLine[] {
  const names = [...new Set([...models.map(({ model }) => model), ...labels.map(({ model }) => model)])];
  return names.map((model) => {
    const mine = labels.filter((one) => one.model === model);
    const answered = mine.filter((one) => one.source !== history);
    const known = mine.filter((one) => one.mean !== null);
    const rows = known.reduce((sum, one) => sum + one.matured, 0);
    const status = models.find((one) => one.model === model);
    return {
      model,
      matured: answered.reduce((sum, one) => sum + one.matured, 0),
      open: mine.reduce((sum, one) => sum + one.open, 0),
      fromHistory: mine.filter((one) => one.source === history).reduce((sum, one) => sum + one.matured, 0),
      corrected: mine.reduce((sum, one) => sum + one.corrected, 0),
      mean: rows === 0 ? null : known.reduce((sum, one) => sum + one.mean! * one.matured, 0) / rows,
      waiting: status?.labels_waiting ?? 0,
      nextLabel: status?.waiting?.next_label ?? null,
      nextVerdict: status?.next_verdict ?? null,
      giveOrTakeDays: status?.waiting?.give_or_take_days ?? null,
    };
  });
}
