import { useStatus } from '../wire/queries';

/** The time by the workspace's clock: the built-in shop lives in a year of its own. */
export function useNow(): number {
  const { data, dataUpdatedAt } = useStatus();
  if (!data) return Date.now();
  return data.clock === 'simulated' ? Date.parse(data.now) : Date.parse(data.now) + (Date.now() - dataUpdatedAt);
}
