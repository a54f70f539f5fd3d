import { useStatus } from '../wire/queries';

const series = ['--series-1', '--series-2', '--series-3', '--series-4', '--series-5', '--series-6'] as const;

/** The custom property that holds a model's colour: by its place in the definition file, so the same on every page. */
export function useModelColour(model: string): string {
  const { data } = useStatus();
  const place = data?.models.findIndex((one) => one.model === model) ?? 0;
  return series[Math.max(place, 0) % series.length] ?? series[0];
}
