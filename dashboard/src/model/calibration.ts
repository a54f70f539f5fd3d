import type { Bin } from './thresholds';

export interface CalibrationGroup {
  said: number;
  came: number;
  low: number;
  high: number;
  rows: number;
}

/** Bins gathered into groups of about equal size, each with what was said on average and how often it came true (Wilson's 95 % interval). */
export function calibrationOf(bins: readonly Bin[], groups = 10): CalibrationGroup[] {
  const total = bins.reduce((sum, bin) => sum + rowsOf(bin), 0);
  const target = total / groups;
  const result: CalibrationGroup[] = [];
  let gathered: Bin[] = [];
  let rows = 0;
  let seen = 0;
  for (const bin of bins) {
    if (rowsOf(bin) === 0) continue;
    gathered.push(bin);
    rows += rowsOf(bin);
    seen += rowsOf(bin);
    if (seen >= target * (result.length + 1) - 1e-9) {
      result.push(groupOf(gathered, rows));
      gathered = [];
      rows = 0;
    }
  }
  if (rows > 0) result.push(groupOf(gathered, rows));
  return result;
}

const rowsOf = (bin: Bin) => bin.positives + bin.negatives;

function groupOf(bins: readonly Bin[], rows: number): CalibrationGroup {
  const positives = bins.reduce((sum, bin) => sum + bin.positives, 0);
  const said = bins.reduce((sum, bin) => sum + rowsOf(bin) * (bin.mean_score ?? (bin.from + bin.to) / 2), 0) / rows;
  return { said, came: positives / rows, rows, ...wilson(positives, rows) };
}

const z = 1.959964;

/** Where a share lies with 95 % certainty, given how many of how many. */
export function wilson(positives: number, rows: number): { low: number; high: number } {
  const share = positives / rows;
  const middle = (share + (z * z) / (2 * rows)) / (1 + (z * z) / rows);
  const half = (z * Math.sqrt((share * (1 - share)) / rows + (z * z) / (4 * rows * rows))) / (1 + (z * z) / rows);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
