export interface SparkPoint {
  value: number | null;
  halfWidth: number | null;
}

/** Maps what is shown to 0…1; bands that reach far beyond the line are cut so that the line stays readable. Null where nothing is known. */
export function scaleOf(points: readonly SparkPoint[], others: ReadonlyArray<number | null | undefined>): ((value: number) => number) | null {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value])).concat(others.filter((value) => value != null) as number[]);
  if (points.every(({ value }) => value === null)) return null;
  const widths = points.flatMap(({ halfWidth }) => (halfWidth === null ? [] : [halfWidth])).sort((a, b) => a - b);
  const typical = widths[Math.floor(widths.length / 2)] ?? 0;
  const low = Math.min(...values) - typical;
  const high = Math.max(...values) + typical;
  const span = high - low || 1;
  return (value) => Math.min(1, Math.max(0, (value - low) / span));
}
