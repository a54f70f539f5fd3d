import { expect, it } from 'vitest';
import type { RejectedRow } from '../wire/types';
import { rejectedFile, rejectedName } from './rejected';

const row = (line: number, text: string): RejectedRow => ({ line, text, reason: 'the value is not a number' });

it('puts the rows under the header of their file, as they stood', () => {
  expect(rejectedFile('customer;value\r\nann;3\r\n', [row(3, 'bob;x'), row(9, '"b;c";y')])).toBe('customer;value\nbob;x\n"b;c";y\n');
});

it('adds no header to objects, one a line', () => {
  expect(rejectedFile('{"customer":"ann"}\n', [row(2, '{"customer":""}')])).toBe('{"customer":""}\n');
});

it('is named after its file', () => {
  expect(rejectedName('orders.csv')).toBe('orders.rejected.csv');
  expect(rejectedName('orders')).toBe('orders.rejected.csv');
});
