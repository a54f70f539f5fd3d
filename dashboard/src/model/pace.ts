const day = 86_400_000;

/** The median number of days between moments that are in order; null where there is no between. */
export function paceOf(moments: readonly number[]): number | null {
  const gaps = moments.slice(1).map((moment, index) => moment - moments[index]!).sort((a, b) => a - b);
  if (gaps.length === 0) return null;
  const middle = gaps[Math.floor(gaps.length / 2)]! / day;
  return middle < 10 ? Math.round(middle * 10) / 10 : Math.round(middle);
}
