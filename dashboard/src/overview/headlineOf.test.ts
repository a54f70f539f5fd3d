import { expect, it } from 'vitest';
import { headlineOf } from './headlineOf';

it('The worst state speaks, and names who is in it', () => {
  expect(headlineOf([{ model: 'a', state: 'right' }, { model: 'b', state: 'wrong' }])).toEqual({ state: 'wrong', sentence: 'b answers worse than promised. The other one is right.' });
});

it('The others are called right only if all of them are', () => {
  const { sentence } = headlineOf([{ model: 'a', state: 'watch' }, { model: 'b', state: 'wrong' }, { model: 'c', state: 'right' }]);
  expect(sentence).toBe('b answers worse than promised.');
});

it('All right is said in one sentence', () => {
  expect(headlineOf([{ model: 'a', state: 'right' }, { model: 'b', state: 'right' }]).sentence).toBe('All 2 models answer as well as promised.');
});

it('No model is not all right', () => {
  expect(headlineOf([]).state).toBe('unknown');
});
