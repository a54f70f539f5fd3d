import { describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../wire/types';
import { daysOf, worthOf } from './days';

// Without a zone: the viewer's own, whatever it is where this runs.
const entry = (at: string, kind: string, more: Partial<TimelineEntry> = {}) => ({ at, kind, known_at: at, ...more }) as TimelineEntry;

describe('daysOf', () => {
  it('puts what happened on a day under it, newest first as given', () => {
    const days = daysOf([entry('2026-03-02T00:30:00', 'note'), entry('2026-03-01T23:30:00', 'event', { name: 'visit' }), entry('2026-03-01T08:00:00', 'prediction')]);
    expect(days.map(({ day }) => new Date(day).getDate())).toEqual([2, 1]);
    expect(days[1]!.groups.map(({ kind }) => kind)).toEqual(['event', 'prediction']);
  });

  it('reads alike events that follow each other as one, and no others', () => {
    const [day] = daysOf([
      entry('2026-03-01T12:00:00', 'event', { name: 'visit' }), entry('2026-03-01T11:00:00', 'event', { name: 'visit' }), entry('2026-03-01T10:00:00', 'event', { name: 'purchase' }),
      entry('2026-03-01T09:00:00', 'event', { name: 'visit' }), entry('2026-03-01T08:00:00', 'note'), entry('2026-03-01T07:00:00', 'note'),
    ]);
    expect(day!.groups.map(({ name, entries }) => [name, entries.length])).toEqual([['visit', 2], ['purchase', 1], ['visit', 1], [null, 1], [null, 1]]);
  });

  it('puts days in a row together that hold nothing but the same event of no value', () => {
    const visit = (at: string) => entry(at, 'event', { name: 'visit' });
    const days = daysOf([visit('2026-03-09T12:00:00'), visit('2026-03-07T12:00:00'), visit('2026-03-04T12:00:00'), entry('2026-03-04T11:00:00', 'note'), visit('2026-03-02T12:00:00')]);
    expect(days.map(({ day, since }) => [new Date(day).getDate(), new Date(since).getDate()])).toEqual([[9, 7], [4, 4], [2, 2]]);
    expect(days[0]!.groups[0]!.entries).toHaveLength(2);
  });

  it('has no day where there is nothing', () => {
    expect(daysOf([])).toEqual([]);
  });
});

describe('worthOf', () => {
  it('adds up values, and says nothing where there are none', () => {
    expect(worthOf([entry('2026-03-01T12:00:00', 'event', { value: 20 }), entry('2026-03-01T12:00:00', 'event', { value: 1.5 })])).toBe(21.5);
    expect(worthOf([entry('2026-03-01T12:00:00', 'event')])).toBeNull();
  });
});
