import type { MetricComparison } from '../wire/types';

/** What the interval of a difference says. */
export function saidBy({ improvement, half_width: half }: Pick<MetricComparison, 'improvement' | 'half_width'>): string {
  if (improvement === null) return 'not measured';
  if (improvement - (half ?? 0) > 0) return 'surely better';
  return improvement + (half ?? 0) < 0 ? 'surely worse' : 'not to be told apart';
}
