import type { Bin } from './thresholds';

export interface GainPoint {
  /** Share of customers acted on, those with the highest scores first. */
  acted: number;
  /** Share of all positives among them. */
  found: number;
  /** How many times more than by chance. */
  lift: number;
  /** The score down to which that goes. */
  threshold: number;
}

/** Going down the ranking: how many of those whom it concerns are found among how many. */
export function gainOf(bins: readonly Bin[]): GainPoint[] {
  const rows = bins.reduce((sum, bin) => sum + bin.positives + bin.negatives, 0);
  const positives = bins.reduce((sum, bin) => sum + bin.positives, 0);
  if (rows === 0 || positives === 0) return [];
  const points: GainPoint[] = [{ acted: 0, found: 0, lift: 1, threshold: 1 }];
  let seen = 0;
  let found = 0;
  for (const bin of [...bins].sort((a, b) => b.from - a.from)) {
    if (bin.positives + bin.negatives === 0) continue;
    seen += bin.positives + bin.negatives;
    found += bin.positives;
    points.push({ acted: seen / rows, found: found / positives, lift: found / positives / (seen / rows), threshold: bin.from });
  }
  return points;
}

/** What is found among a share of the customers, between two points along the straight line that chance draws. */
export function foundAt(points: readonly GainPoint[], acted: number): number {
  for (let index = 1; index < points.length; index += 1) {
    const [before, after] = [points[index - 1]!, points[index]!];
    if (after.acted >= acted) {
      const part = after.acted === before.acted ? 1 : (acted - before.acted) / (after.acted - before.acted);
      return before.found + part * (after.found - before.found);
    }
  }
  return points.length === 0 ? 0 : 1;
}
