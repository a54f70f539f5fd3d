import { expect, it } from 'vitest';
import { isTouched, keys } from './keys';

it('A change of a model touches what is about it and what is about all, and nothing of another model', () => {
  expect(isTouched(keys.versions('churn'), 'churn')).toBe(true);
  expect(isTouched(keys.status, 'churn')).toBe(true);
  expect(isTouched(keys.run(7), 'churn')).toBe(true);
  expect(isTouched(keys.versions('clv'), 'churn')).toBe(false);
});

it('A change of no model touches everything', () => {
  expect(isTouched(keys.versions('clv'), null)).toBe(true);
});
