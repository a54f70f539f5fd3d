import { describe, expect, it } from 'vitest';
import type { BatchResponse, PredictionResponse } from '../wire/types';
import { askedOf, batchOf, byScore, shareOf } from './answers';

const prediction = (customer: string, model: string, score: number) => ({ customer, model, score, prediction_id: `${customer} ${model}` }) as PredictionResponse;
const batch = (more: Partial<BatchResponse>) => ({ id: 7, state: 'running', rows_done: 0, rows_total: null, refinement: null, ...more }) as BatchResponse;

describe('askedOf', () => {
  it('tells answers, quick answers and a batch apart', () => {
    expect(batchOf(askedOf(200, { predictions: [] }))).toBeNull();
    expect(askedOf(200, { predictions: [], batch: 12 })).toMatchObject({ state: 'quick', batch: 12 });
    expect(askedOf(202, { id: 13 })).toEqual({ state: 'waiting', batch: 13 });
  });
});

describe('shareOf', () => {
  it('knows nothing before rows are counted', () => {
    expect(shareOf(batch({}))).toBeNull();
    expect(shareOf(batch({ rows_done: 20, rows_total: 80 }))).toBe(0.25);
  });

  it('counts refined answers once every row has its first one', () => {
    expect(shareOf(batch({ state: 'refining', rows_done: 80, rows_total: 80, refinement: { answers: 80, refined: 60, answered_at: '' } }))).toBe(0.75);
    expect(shareOf(batch({ state: 'done', refinement: { answers: 80, refined: 79, answered_at: '' } }))).toBe(1);
  });
});

describe('byScore', () => {
  it('keeps the answers about a customer together, the highest of the first model on top', () => {
    const given = [prediction('a', 'buy', 0.1), prediction('a', 'leave', 0.9), prediction('b', 'buy', 0.7), prediction('b', 'leave', 0.2)];
    expect(byScore(given).map((one) => one.prediction_id)).toEqual(['b buy', 'b leave', 'a buy', 'a leave']);
  });
});
