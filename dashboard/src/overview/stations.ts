export type Station = 'events' | 'predictions' | 'outcomes' | 'labels' | 'runs' | 'gates' | 'live';

const stations: Record<string, Station> = {
  events: 'events', import: 'events', imports: 'events', notes: 'events', profiles: 'events',
  predictions: 'predictions', batch: 'predictions', refine: 'predictions',
  outcomes: 'outcomes', examples: 'labels', labels: 'labels',
  runs: 'runs', run: 'runs', train: 'runs', compare: 'gates', search_recipes: 'runs', retraining: 'runs',
  propose: 'gates', approve: 'gates', withdraw: 'gates', override: 'gates',
  promote: 'live', roll_back: 'live', ramp_begin: 'live', ramp_step: 'live', ramp_stop: 'live',
};

/** Where in the loop a change happens; null where it is not of the loop. */
export const stationOf = (kind: string): Station | null => stations[kind] ?? null;
