import type { BatchResponse, PredictFileResponse, PredictionResponse } from '../wire/types';

/** What a file of customers became: answers, and the batch that brings or refines them. */
export type Asked =
  | { state: 'answered'; answers: PredictFileResponse }
  | { state: 'quick'; answers: PredictFileResponse; batch: number }
  | { state: 'waiting'; batch: number };

/** 200 holds answers, of companions where it names a batch; 202 is a batch whose answers are still to come. */
export function askedOf(status: number, json: unknown): Asked {
  if (status === 202) return { state: 'waiting', batch: (json as BatchResponse).id };
  const answers = json as PredictFileResponse;
  return answers.batch ? { state: 'quick', answers, batch: answers.batch } : { state: 'answered', answers };
}

/** The batch that is still to be waited for; null where nothing is to come. */
export const batchOf = (asked: Asked | null): number | null => (asked === null || asked.state === 'answered' ? null : asked.batch);

/** How far a batch is, 0 to 1; null where nobody knows yet. */
export function shareOf(batch: BatchResponse): number | null {
  if (batch.state === 'done') return 1;
  if (batch.refinement) return batch.refinement.answers === 0 ? 1 : batch.refinement.refined / batch.refinement.answers;
  return batch.rows_total ? batch.rows_done / batch.rows_total : null;
}

/** Answers about one customer by several models stand together; highest scores of the first model come first. */
export function byScore(predictions: readonly PredictionResponse[]): PredictionResponse[] {
  const first = predictions[0]?.model;
  const scores = new Map(predictions.filter((one) => one.model === first).map((one) => [one.customer, one.score]));
  return predictions
    .map((one, place) => ({ one, place }))
    .sort((a, b) => (scores.get(b.one.customer) ?? 0) - (scores.get(a.one.customer) ?? 0) || a.place - b.place)
    .map(({ one }) => one);
}
