import { figures, percent } from '../parts/numbers';
import { useStatus } from '../wire/queries';
import type { RecordedPrediction } from '../wire/types';

export type ScoreFormat = (model: string | null | undefined, score: number | null | undefined) => string;

/** How a model's scores are said: as percentages, or as amounts. */
export function useScoreFormat(): ScoreFormat {
  const { data } = useStatus();
  return (model, score) => (data?.models.find((one) => one.model === model)?.predicts === 'amount' ? figures(score, 4) : percent(score, 1));
}

/** Of an amount: where the truth is expected to lie; nothing of a probability. */
export function rangeOf({ model, low, high, interval }: RecordedPrediction, format: ScoreFormat): string | undefined {
  if (low == null) return undefined;
  const often = interval == null ? 'mostly' : `${percent(interval)} of the time`;
  return high == null ? `${often} at least ${format(model, low)}` : `${often} between ${format(model, low)} and ${format(model, high)}`;
}
