import { describe, expect, it } from 'vitest';
import { cheapest, confusionAt, costAt, ratesOf, type Bin } from './thresholds';

// Ten answers by hand: 4 said 10 %, 3 said 40 %, 3 said 80 %.
const bins: Bin[] = [
  { from: 0.1, to: 0.11, positives: 1, negatives: 3, mean_score: 0.1 },
  { from: 0.4, to: 0.41, positives: 1, negatives: 2, mean_score: 0.4 },
  { from: 0.8, to: 0.81, positives: 2, negatives: 1, mean_score: 0.8 },
];

describe('a threshold', () => {
  it('divides those acted on from those left alone, the bin it begins included', () => {
    expect(confusionAt(bins, 0.4)).toEqual({ truePositives: 3, falsePositives: 3, falseNegatives: 1, trueNegatives: 3 });
    expect(confusionAt(bins, 0.41)).toEqual({ truePositives: 2, falsePositives: 1, falseNegatives: 2, trueNegatives: 5 });
  });

  it('yields the rates', () => {
    expect(ratesOf(confusionAt(bins, 0.8))).toEqual({ accuracy: 0.7, precision: 2 / 3, recall: 0.5, acted: 0.3 });
  });

  it('has no precision where nobody is acted on', () => {
    expect(ratesOf(confusionAt(bins, 1)).precision).toBeNull();
  });

  it('costs what its four cases cost', () => {
    const costs = { true_positive: -10, false_positive: 2, false_negative: 0, true_negative: 0 };
    // At 40 %: 3 · −10 + 3 · 2 = −24 for ten answers.
    expect(costAt(bins, 0.4, costs)).toBe(-2_400);
    // At 10 %: 4 · −10 + 6 · 2 = −28, the least there is.
    expect(cheapest(bins, costs)).toEqual({ threshold: 0, cost: -2_800 });
  });

  it('is high where acting in vain is dear', () => {
    expect(cheapest(bins, { true_positive: -1, false_positive: 10, false_negative: 0, true_negative: 0 })).toEqual({ threshold: 0.81, cost: 0 });
  });
});
