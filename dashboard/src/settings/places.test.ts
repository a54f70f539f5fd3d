import { expect, it } from 'vitest';
import { offsetOf } from './places';

it('finds a line and a column in a text', () => {
  expect(offsetOf('ab\ncd\n', 1, 1)).toBe(0);
  expect(offsetOf('ab\ncd\n', 2, 2)).toBe(4);
});

it('stays in the line, and in the text', () => {
  expect(offsetOf('ab\ncd', 1, 9)).toBe(2);
  expect(offsetOf('ab\ncd', 7, 1)).toBe(5);
});
