const days: Record<string, string> = {
  0: 'Sundays', 1: 'Mondays', 2: 'Tuesdays', 3: 'Wednesdays', 4: 'Thursdays', 5: 'Fridays', 6: 'Saturdays', 7: 'Sundays',
  SUN: 'Sundays', MON: 'Mondays', TUE: 'Tuesdays', WED: 'Wednesdays', THU: 'Thursdays', FRI: 'Fridays', SAT: 'Saturdays',
};

/** "every day at 06:00" for the forms people use; the line itself for all others. */
export function cronWords(cron: string): string {
  const [minute, hour, day, month, weekday, ...more] = cron.trim().split(/\s+/);
  if (!weekday || more.length > 0 || month !== '*') return cron;
  const every = /^\*\/(\d+)$/;
  if (hour === '*' && day === '*' && weekday === '*') {
    const minutes = every.exec(minute!)?.[1];
    if (minutes) return `every ${minutes} minutes`;
    return isNumber(minute) ? `every hour, ${minute} minutes past` : cron;
  }
  if (!isNumber(minute)) return cron;
  const hours = every.exec(hour!)?.[1];
  if (hours && day === '*' && weekday === '*') return `every ${hours} hours`;
  if (!isNumber(hour)) return cron;
  const time = `${hour!.padStart(2, '0')}:${minute!.padStart(2, '0')}`;
  if (day === '*' && weekday === '*') return `every day at ${time}`;
  if (day === '*') {
    const words = weekday.toUpperCase() === 'MON-FRI' || weekday === '1-5' ? ['weekdays'] : weekday.toUpperCase().split(',').map((one) => days[one]);
    return words.every((word) => word !== undefined) ? `${words.join(', ')} at ${time}` : cron;
  }
  return weekday === '*' && isNumber(day) ? `on the ${ordinal(Number(day))} of each month at ${time}` : cron;
}

const isNumber = (text: string | undefined) => text !== undefined && /^\d+$/.test(text);

function ordinal(day: number): string {
  const ending = day % 10 === 1 && day !== 11 ? 'st' : day % 10 === 2 && day !== 12 ? 'nd' : day % 10 === 3 && day !== 13 ? 'rd' : 'th';
  return `${day}${ending}`;
}
