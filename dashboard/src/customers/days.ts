import type { TimelineEntry } from '../wire/types';

/** A day and what happened on it, newest first; days in a row that hold nothing but the same event stand together. */
export interface Day {
  /** Its beginning, in the viewer's zone; of several the newest. */
  day: number;
  /** The oldest of them. */
  since: number;
  groups: Group[];
}

/** Things of one kind that followed each other: ten visits read as one line. */
export interface Group {
  kind: string;
  name: string | null;
  entries: TimelineEntry[];
}

/** By day of the viewer's zone; within a day, alike events that follow each other stand together, everything else by itself. */
export function daysOf(entries: readonly TimelineEntry[]): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const at = new Date(entry.at);
    const day = new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
    let last = days.at(-1);
    if (last?.day !== day) days.push(last = { day, since: day, groups: [] });
    const group = last.groups.at(-1);
    const name = entry.name ?? null;
    if (group && entry.kind === 'event' && group.kind === 'event' && group.name === name) group.entries.push(entry);
    else last.groups.push({ kind: entry.kind, name, entries: [entry] });
  }
  return days.reduce<Day[]>((all, one) => {
    const last = all.at(-1);
    if (last && isQuiet(last) && isQuiet(one) && last.groups[0]!.name === one.groups[0]!.name) {
      last.since = one.day;
      last.groups[0]!.entries.push(...one.groups[0]!.entries);
    } else all.push(one);
    return all;
  }, []);
}

// Nothing but one sort of event, which was worth nothing by itself: a visit, and nothing else.
const isQuiet = ({ groups }: Day) => groups.length === 1 && groups[0]!.kind === 'event' && worthOf(groups[0]!.entries) === null;

/** The sum of what events were worth; null where none had a value. */
export function worthOf(entries: readonly TimelineEntry[]): number | null {
  const values = entries.flatMap((entry) => (entry.value == null ? [] : [entry.value]));
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}
