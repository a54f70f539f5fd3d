import { expect, it } from 'vitest';
import { cronWords } from './cronWords';

it.each([
  ['0 6 * * *', 'every day at 06:00'],
  ['30 3 * * *', 'every day at 03:30'],
  ['0 2 * * SUN', 'Sundays at 02:00'],
  ['5 14 * * mon,thu', 'Mondays, Thursdays at 14:05'],
  ['0 7 * * 1-5', 'weekdays at 07:00'],
  ['0 3 1 * *', 'on the 1st of each month at 03:00'],
  ['0 3 12 * *', 'on the 12th of each month at 03:00'],
  ['*/15 * * * *', 'every 15 minutes'],
  ['0 */6 * * *', 'every 6 hours'],
])('reads %s as people do', (cron, words) => expect(cronWords(cron)).toBe(words));

it.each(['0 6 * 1 *', '0 6 1 * MON', '1,31 6 * * *', '@daily', '0 6 * * L'])('leaves %s as it stands', (cron) => expect(cronWords(cron)).toBe(cron));
