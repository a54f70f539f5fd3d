import { expect, it } from 'vitest';
import { actingAs } from './acting';

it('A name of plain letters goes as it is', () => {
  expect(actingAs('Mara')).toEqual({ 'X-Coppice-Actor': 'Mara' });
});

it('Any other name goes as the bytes of UTF-8, which a header can hold', () => {
  const { 'X-Coppice-Actor': sent } = actingAs('Anaïs 麻') as { 'X-Coppice-Actor': string };
  expect([...sent].every((letter) => letter.charCodeAt(0) < 256)).toBe(true);
  expect(new TextDecoder().decode(Uint8Array.from(sent, (letter) => letter.charCodeAt(0)))).toBe('Anaïs 麻');
  expect(() => new Headers({ 'X-Coppice-Actor': sent })).not.toThrow();
});

it('Nobody, and what would break a header, is left out', () => {
  expect(actingAs('')).toEqual({});
  expect(actingAs('  ')).toEqual({});
  expect(actingAs('Ma\r\nra')).toEqual({ 'X-Coppice-Actor': 'Mara' });
});
