import type { UseQueryResult } from '@tanstack/react-query';
import { keys } from './keys';
import { useAnswer } from './queries';
import { part, withQuery } from './request';
import type { DecileResponse } from './types';

export interface ScoresResponse {
  model: string;
  version: string | null;
  rows: number;
  bins: Array<{ from: number; to: number; positives: number; negatives: number; mean_score: number | null }> | null;
  deciles: DecileResponse[] | null;
  costs: { true_positive: number; false_positive: number; false_negative: number; true_negative: number } | null;
  threshold: number | null;
}

export interface AnswerRow {
  prediction_id: string;
  customer: string;
  answered_at: string;
  version: string;
  score: number;
  label: number | null;
  matured_at: string | null;
}

export interface AnswerPage {
  answers: AnswerRow[];
  next: number | null;
}

export const useScores = (model: string, version: string | null): UseQueryResult<ScoresResponse> =>
  useAnswer<ScoresResponse>(keys.scores(model, version), withQuery(`/v1/models/${part(model)}/scores`, { version }));
