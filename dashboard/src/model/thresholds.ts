/** What follows from scores in bins and what came true: all of it exact at whole percentages. */
export interface Bin {
  from: number;
  to: number;
  positives: number;
  negatives: number;
  mean_score: number | null;
}

export interface Costs {
  true_positive: number;
  false_positive: number;
  false_negative: number;
  true_negative: number;
}

export interface Confusion {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  trueNegatives: number;
}

/** Acting from a threshold on; a bin belongs to the side where it begins. */
export function confusionAt(bins: readonly Bin[], threshold: number): Confusion {
  const confusion = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
  for (const bin of bins) {
    if (bin.from >= threshold - 1e-9) {
      confusion.truePositives += bin.positives;
      confusion.falsePositives += bin.negatives;
    } else {
      confusion.falseNegatives += bin.positives;
      confusion.trueNegatives += bin.negatives;
    }
  }
  return confusion;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function ratesOf(confusion: Confusion) {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = confusion;
  return {
    accuracy: ratio(truePositives + trueNegatives, truePositives + falsePositives + falseNegatives + trueNegatives),
    precision: ratio(truePositives, truePositives + falsePositives),
    recall: ratio(truePositives, truePositives + falseNegatives),
    acted: ratio(truePositives + falsePositives, truePositives + falsePositives + falseNegatives + trueNegatives),
  };
}

/** What 1,000 customers cost at a threshold; what is below zero is a gain. */
export function costAt(bins: readonly Bin[], threshold: number, costs: Costs): number | null {
  const at = confusionAt(bins, threshold);
  const rows = at.truePositives + at.falsePositives + at.falseNegatives + at.trueNegatives;
  if (rows === 0) return null;
  const sum = at.truePositives * costs.true_positive + at.falsePositives * costs.false_positive
    + at.falseNegatives * costs.false_negative + at.trueNegatives * costs.true_negative;
  return (1000 * sum) / rows;
}

/** The whole percentage at which 1,000 customers cost least; the lowest of equals. */
export function cheapest(bins: readonly Bin[], costs: Costs): { threshold: number; cost: number } | null {
  let best: { threshold: number; cost: number } | null = null;
  for (let percentage = 0; percentage <= 100; percentage += 1) {
    const cost = costAt(bins, percentage / 100, costs);
    if (cost !== null && (best === null || cost < best.cost - 1e-9)) best = { threshold: percentage / 100, cost };
  }
  return best;
}
