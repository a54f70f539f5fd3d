import { locale } from './locale';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
const dated = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
const datedWithYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const timed = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' });
const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** Relative within a day, else dated: with the time within a week, with the year where it is another one. */
export function when(at: number, now: number): string {
  const apart = at - now;
  const size = Math.abs(apart);
  if (size < 45_000) return relative.format(0, 'second');
  if (size < 59.5 * minute) return relative.format(Math.round(apart / minute), 'minute');
  if (size < day) return relative.format(Math.round(apart / hour), 'hour');
  return size < 7 * day ? dateAndTime(at, now) : date(at, now);
}

/** 12 Nov 06:00, or without the time where a day is meant. */
export function dateAndTime(at: number, now: number): string {
  return `${date(at, now)} ${timeOfDay(at)}`;
}

export function date(at: number, now: number): string {
  return (new Date(at).getFullYear() === new Date(now).getFullYear() ? dated : datedWithYear).format(at);
}

/** Whole, in the viewer's zone: what hovering shows. */
export const exactly = (at: number): string => exact.format(at);

/** 16:04 */
export const timeOfDay = (at: number): string => timed.format(at);

/** 16:04:10 */
export const clockTime = (at: number): string => clock.format(at);

/** "3 weeks", "40 minutes": how long something has lasted. */
export function lasting(milliseconds: number): string {
  const steps: Array<[number, string]> = [[365 * day, 'year'], [30 * day, 'month'], [7 * day, 'week'], [day, 'day'], [hour, 'hour'], [minute, 'minute']];
  for (const [size, word] of steps) {
    const times = Math.floor(milliseconds / size);
    if (times >= 1) return `${times} ${word}${times === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}
