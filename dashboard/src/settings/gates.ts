const questions: Record<string, string> = {
  enough_labels: 'Are there enough fresh labels to judge by?',
  data_quality: 'Is what it learnt from as it was before?',
  floor: 'Is it good enough at all?',
  skill: 'Does it beat a constant answer?',
  max_drop: 'Is no metric much worse than the champion’s?',
  prediction_drift: 'Do its answers stay near the champion’s?',
  score_shock: 'How many customers would be treated differently?',
  segments: 'Is no group of customers answered much worse?',
  past_eras: 'Has it not forgotten earlier quarters?',
  calibration: 'Do its probabilities mean what they say?',
  footprint: 'Is it small and fast enough?',
  improvement: 'Is it surely no worse than the champion?',
};

/** What a gate asks of a challenger; nothing where it is new here. */
export const questionOf = (gate: string): string => questions[gate] ?? '';
