import { describe, expect, it } from 'vitest';
import { foundAt, gainOf } from './gain';
import type { Bin } from './thresholds';

const bins: Bin[] = [
  { from: 0.1, to: 0.11, positives: 1, negatives: 7, mean_score: 0.1 },
  { from: 0.5, to: 0.51, positives: 0, negatives: 0, mean_score: null },
  { from: 0.9, to: 0.91, positives: 3, negatives: 1, mean_score: 0.9 },
];

describe('gain', () => {
  it('goes down the ranking and ends with everybody', () => {
    expect(gainOf(bins)).toEqual([
      { acted: 0, found: 0, lift: 1, threshold: 1 },
      { acted: 1 / 3, found: 0.75, lift: 2.25, threshold: 0.9 },
      { acted: 1, found: 1, lift: 1, threshold: 0.1 },
    ]);
  });

  it('is drawn straight between two scores', () => {
    expect(foundAt(gainOf(bins), 1 / 6)).toBeCloseTo(0.375, 12);
    expect(foundAt(gainOf(bins), 1)).toBe(1);
  });

  it('is nothing where nobody was concerned', () => {
    expect(gainOf([{ from: 0, to: 0.01, positives: 0, negatives: 4, mean_score: 0 }])).toEqual([]);
    expect(foundAt([], 0.1)).toBe(0);
  });
});
