import { describe, expect, it } from 'vitest';
import { calibrationOf, wilson } from './calibration';
import type { Bin } from './thresholds';

const bin = (percentage: number, positives: number, negatives: number): Bin => ({ from: percentage / 100, to: (percentage + 1) / 100, positives, negatives, mean_score: percentage / 100 + 0.005 });

describe('calibration', () => {
  it('gathers bins into groups of about equal size and loses no answer', () => {
    const bins = Array.from({ length: 100 }, (_, index) => bin(index, index, 100 - index));
    const groups = calibrationOf(bins);
    expect(groups).toHaveLength(10);
    expect(groups.reduce((sum, group) => sum + group.rows, 0)).toBe(10_000);
    for (const group of groups) expect(group.rows).toBe(1_000);
  });

  it('says what was said on average, weighted by answers', () => {
    const [group] = calibrationOf([bin(10, 1, 8), bin(20, 1, 0)], 1);
    expect(group!.said).toBeCloseTo((9 * 0.105 + 0.205) / 10, 12);
    expect(group!.came).toBe(0.2);
  });

  it('has as many groups as there are scores, where there are few', () => {
    expect(calibrationOf([bin(10, 5, 5), bin(90, 9, 1)])).toHaveLength(2);
    expect(calibrationOf([])).toEqual([]);
  });

  it('knows how far luck reaches', () => {
    // Wilson (1927), 10 of 100: 5.52 % to 17.44 %.
    const { low, high } = wilson(10, 100);
    expect(low).toBeCloseTo(0.0552, 4);
    expect(high).toBeCloseTo(0.1744, 4);
    expect(wilson(0, 20).low).toBe(0);
  });
});
