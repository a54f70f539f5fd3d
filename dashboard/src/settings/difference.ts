/** A line of a text beside another: in both, only in the old one, only in the new one. */
export interface Changed {
  line: string;
  in: 'both' | 'old' | 'new';
}

/** What is different between two texts, line by line; the longest lines common to both in their order stand as they are. */
export function differenceOf(before: string, after: string): Changed[] {
  const old = before.split(/\r?\n/);
  const now = after.split(/\r?\n/);
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      lengths[i]![j] = old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const lines: Changed[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push({ line: old[i]!, in: 'both' });
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      lines.push({ line: old[i]!, in: 'old' });
      i += 1;
    } else {
      lines.push({ line: now[j]!, in: 'new' });
      j += 1;
    }
  }
  return lines;
}

/** Only what differs and a few lines around it; null stands for lines left out. */
export function shortened(lines: readonly Changed[], around = 2): Array<Changed | null> {
  const near = lines.map((_, place) => lines.slice(Math.max(0, place - around), place + around + 1).some((line) => line.in !== 'both'));
  const shown: Array<Changed | null> = [];
  lines.forEach((line, place) => {
    if (near[place]) shown.push(line);
    else if (shown.length === 0 || shown.at(-1) !== null) shown.push(null);
  });
  return shown;
}
