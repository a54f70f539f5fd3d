import { saidBy } from '../parts/compared';
import { plural } from '../parts/numbers';
import type { EraResponse, MetricComparison } from '../wire/types';

/** A quarter of the past, or a group of customers within it. */
export interface Stratum {
  era: string;
  /** The group; null for everybody. */
  segment: string | null;
  rows: number;
  /** By how much it is better, and half the interval of that: shares of the champion's value. */
  better: number | null;
  half: number | null;
  says: string;
  /** Whether it can reject a version: not where the world has changed since. */
  counts: boolean;
}

/** Each quarter, the groups within it below it. */
export const strataOf = (eras: readonly EraResponse[]): Stratum[] => eras.flatMap((era) => [
  stratum(era, null, era.rows, era.compared),
  ...era.segments.map((segment) => stratum(era, segment.segment, segment.rows, segment.compared)),
]);

/** The table in one sentence. */
export function remembers(strata: readonly Stratum[], against: string): string {
  const counted = strata.filter((one) => one.counts);
  if (counted.length === 0) return 'The world has changed since all of them: what was forgotten of them rejects nobody.';
  const worse = counted.filter((one) => one.says === 'surely worse');
  const quarters = new Set(counted.map((one) => one.era)).size;
  const where = `${plural(quarters, 'quarter')} of the past`;
  if (worse.length === 0) return `Nothing of ${where} is surely forgotten: nowhere is it surely worse than ${against}.`;
  return `Of ${where} something is forgotten: it is surely worse than ${against} for ${worse.map((one) => `${one.segment ?? 'everybody'} in ${one.era}`).slice(0, 3).join(', ')}${worse.length > 3 ? ` and ${worse.length - 3} more` : ''}.`;
}

function stratum(era: EraResponse, segment: string | null, rows: number, compared: MetricComparison): Stratum {
  const share = (value: number | null) => (value === null || !compared.champion ? null : value / Math.abs(compared.champion));
  return { era: era.era, segment, rows, better: share(compared.improvement), half: share(compared.half_width), says: saidBy(compared), counts: era.counts };
}
