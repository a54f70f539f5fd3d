import { expect, it } from 'vitest';
import type { ModelRetraining, ScheduleStatus } from '../wire/types';
import { dueOf } from './due';

const schedule = (name: string, next_due: string): ScheduleStatus => ({ name, next_due, cron: '', time_zone: 'UTC', last_fired: null });
const model = (name: string, schedules: ScheduleStatus[]) => ({ model: name, schedules }) as ModelRetraining;

it('What is due at the same time is one line, and the soonest comes first', () => {
  const due = dueOf([model('a', [schedule('full', '2026-01-11'), schedule('score', '2026-01-06')]), model('b', [schedule('score', '2026-01-06')])]);
  expect(due.map((line) => [line.name, line.models])).toEqual([['score', ['a', 'b']], ['full', ['a']]]);
});
