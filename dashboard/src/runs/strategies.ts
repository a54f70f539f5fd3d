export interface StrategyChoice {
  value: string;
  label: string;
  about: string;
  request: { strategy: string; method?: string };
}

export const strategies: readonly StrategyChoice[] = [
  { value: 'auto', label: 'As the rules say', about: 'An update of the version in use, or from scratch, whichever the rules of the definition file call for.', request: { strategy: 'auto' } },
  { value: 'incremental', label: 'Incremental', about: 'Updates the version in use with the labels that are new. Quick.', request: { strategy: 'incremental' } },
  { value: 'refresh', label: 'Incremental: refresh', about: 'Keeps the trees of the version in use and learns their leaves anew.', request: { strategy: 'incremental', method: 'refresh' } },
  { value: 'grow', label: 'Incremental: grow', about: 'Adds trees to the version in use.', request: { strategy: 'incremental', method: 'grow' } },
  { value: 'full', label: 'Full', about: 'Learns from scratch from every label there is. Takes longest, forgets nothing.', request: { strategy: 'full' } },
  { value: 'repair', label: 'Repair', about: 'Tries the cheapest thing first: recalibrate, threshold, leaves, trees, full. Stops where one is enough.', request: { strategy: 'repair' } },
  { value: 'compare', label: 'Compare only', about: 'Trains nothing: holds recent versions against the champion on fresh labels.', request: { strategy: 'compare' } },
  { value: 'tune', label: 'Search for a better recipe', about: 'Tries recipes for a while; the winner is fitted and judged like any challenger.', request: { strategy: 'tune' } },
];

export const strategyOf = (value: string): StrategyChoice => strategies.find((strategy) => strategy.value === value) ?? strategies[0]!;
