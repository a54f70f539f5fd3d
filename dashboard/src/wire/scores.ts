import type { UseQueryResult } from '@tanstack/react-query';
import { keys } from './keys';
import { useAnswer } from './queries';
import { part, withQuery } from './request';
import type { ScoresResponse } from './types';

export const useScores = (model: string, version: string | null): UseQueryResult<ScoresResponse> =>
  useAnswer<ScoresResponse>(keys.scores(model, version), withQuery(`/v1/models/${part(model)}/scores`, { version }));
