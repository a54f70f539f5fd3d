import { decimal, figures, percent } from './numbers';

export interface Metric {
  label: string;
  /** Up is better, or down. */
  better: 'up' | 'down';
  format: (value: number | null | undefined) => string;
  /** What it is, exactly. */
  formula: string;
  /** What a value says, for people. */
  words?: (value: number) => string;
}

const metrics: Record<string, Metric> = {
  auc: {
    label: 'AUC',
    better: 'up',
    format: (value) => decimal(value),
    formula: 'Area under the ROC curve: the share of pairs of one with and one without the outcome that the scores put in the right order; a tie counts half.',
    words: (value) => `Ranks one who will above one who will not ${Math.round(value * 100)} times of 100. A coin would get 50.`,
  },
  log_loss: {
    label: 'Log-loss',
    better: 'down',
    format: (value) => decimal(value, 4),
    formula: '−mean(y·ln p + (1 − y)·ln(1 − p)): how surprised the probabilities were by what came true. 0 is never surprised.',
    words: (value) => `Gave what came true a probability of ${percent(Math.exp(-value))} in the typical case.`,
  },
  brier: {
    label: 'Brier score',
    better: 'down',
    format: (value) => decimal(value, 4),
    formula: 'mean((p − y)²): squared distance between probability and what came true.',
  },
  accuracy: {
    label: 'Accuracy',
    better: 'up',
    format: (value) => percent(value, 1),
    formula: '(true positives + true negatives) / rows, at the threshold in force.',
    words: (value) => `Says yes or no rightly ${Math.round(value * 100)} times of 100.`,
  },
  kappa: { label: 'Kappa', better: 'up', format: (value) => decimal(value), formula: '(agreement − agreement by chance) / (1 − agreement by chance).' },
  precision: { label: 'Precision', better: 'up', format: (value) => percent(value, 1), formula: 'true positives / all that were acted on.' },
  recall: { label: 'Recall', better: 'up', format: (value) => percent(value, 1), formula: 'true positives / all that had the outcome.' },
  f1: { label: 'F1', better: 'up', format: (value) => decimal(value), formula: '2 · precision · recall / (precision + recall).' },
  calibration_error: {
    label: 'Calibration error',
    better: 'down',
    format: (value) => decimal(value, 4),
    formula: 'Mean distance between what was said and how often it came true, over tenths of the scores.',
  },
  calibration_slope: { label: 'Calibration slope', better: 'up', format: (value) => decimal(value), formula: 'Slope of the outcome on the log-odds said; 1 is right, below 1 too sure.' },
  top_decile_share: {
    label: 'Top tenth',
    better: 'up',
    format: (value) => percent(value),
    formula: 'Share of all that was spent that the tenth with the highest predictions spent.',
    words: (value) => `The tenth it puts on top holds ${Math.round(value * 100)} of every 100 spent. A random tenth would hold 10.`,
  },
  normalised_gini: { label: 'Gini', better: 'up', format: (value) => decimal(value), formula: 'Area between the gain curve and the diagonal, over that of a perfect ranking.' },
  tweedie_deviance: { label: 'Tweedie deviance', better: 'down', format: (value) => figures(value, 4), formula: 'Deviance of a compound Poisson–gamma law, power 1.5: for amounts that are often zero.' },
  mae: { label: 'Mean error', better: 'down', format: (value) => figures(value, 4), formula: 'mean(|predicted − actual|).' },
  rmse: { label: 'RMSE', better: 'down', format: (value) => figures(value, 4), formula: '√mean((predicted − actual)²).' },
  rmsle: { label: 'RMSLE', better: 'down', format: (value) => decimal(value), formula: '√mean((ln(1 + predicted) − ln(1 + actual))²): by how many times amounts are off, the large and the small alike.' },
  average_precision: { label: 'Average precision', better: 'up', format: (value) => decimal(value), formula: 'Precision at each positive, going down the ranking, on average.' },
  brier_skill: { label: 'Brier skill', better: 'up', format: (value) => decimal(value), formula: '1 − Brier score / that of always saying the mean.' },
  calibration_intercept: { label: 'Calibration intercept', better: 'up', format: (value) => decimal(value), formula: 'What has to be added to the log-odds said; 0 is right.' },
  largest_calibration_error: { label: 'Largest calibration error', better: 'down', format: (value) => decimal(value, 4), formula: 'The largest distance between said and came true in a tenth of the scores.' },
  spiegelhalter_z: { label: 'Spiegelhalter z', better: 'down', format: (value) => decimal(value, 2), formula: 'Test of calibration; beyond ±1.96 chance alone is unlikely.' },
  interval_coverage: { label: 'Ranges that held', better: 'up', format: (value) => percent(value, 1), formula: 'Share of amounts inside the range said with them; 90 % is meant.' },
  rhythm_skill: { label: 'Skill over rhythm', better: 'up', format: (value) => decimal(value), formula: '1 − deviance / that of the buying rhythm alone.' },
  skill: { label: 'Skill', better: 'up', format: (value) => decimal(value), formula: '1 − loss / that of always saying the mean.' },
  r2: { label: 'R²', better: 'up', format: (value) => decimal(value), formula: '1 − squared error / that of always saying the mean.' },
  spearman: { label: 'Rank correlation', better: 'up', format: (value) => decimal(value), formula: 'Spearman: correlation of the ranks said and the ranks that came true.' },
  top5_share: { label: 'Top twentieth', better: 'up', format: (value) => percent(value), formula: 'Share of all that was spent that the twentieth with the highest predictions spent.' },
  top_decile_coverage: { label: 'Found in the top tenth', better: 'up', format: (value) => percent(value), formula: 'Share of the tenth that spent most that is in the tenth predicted highest.' },
  top_decile_lift: { label: 'Lift of the top tenth', better: 'up', format: (value) => `${figures(value, 3)}×`, formula: 'How many times more often the outcome comes in the highest tenth than over all.' },
  total_ratio: { label: 'Total said / came', better: 'up', format: (value) => decimal(value), formula: 'Sum of predictions / sum of what came true; 1 is right.' },
  value_per_1000: { label: 'Saved by 1,000 customers', better: 'up', format: (value) => figures(value, 4), formula: 'What acting by its answers saves by 1,000 customers, against acting on nobody, by the costs of the definition file.' },
  above_cap_share: { label: 'Above the cap', better: 'down', format: (value) => percent(value, 1), formula: 'Share of amounts larger than the cap that training cut them at.' },
};

export function metricOf(name: string | null | undefined): Metric {
  const known = name ? metrics[name] : undefined;
  return known ?? { label: labelOf(name ?? 'metric'), better: 'up', format: (value) => figures(value, 4), formula: '' };
}

/** log_loss_of_tenth → Log loss of tenth */
export function labelOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
