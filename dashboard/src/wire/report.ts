import type { UseQueryResult } from '@tanstack/react-query';
import { useAnswer } from './queries';
import { part } from './request';

/** A group of customers and what two versions are worth on it. */
export interface SegmentFigures {
  name: string;
  rows: number;
  metric: string;
  champion: number;
  challenger: number;
  improvement: number;
  half_width: number | null;
}

/** What this page reads of a version's report; the whole of it is the page itself. */
export interface VersionReport {
  judgement: { segments: SegmentFigures[] } | null;
}

export const reportPath = (model: string, version: string): string => `/v1/models/${part(model)}/versions/${part(version)}/report`;

export const useReport = (model: string, version: string | null): UseQueryResult<VersionReport> =>
  useAnswer<VersionReport>(['report', model, version], reportPath(model, version ?? ''), { enabled: version !== null });
