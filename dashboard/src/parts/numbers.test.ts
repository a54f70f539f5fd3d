import { describe, expect, it } from 'vitest';
import { band, bytes, count, decimal, milliseconds, none, percent, plural, seconds, signed, signedPercent } from './numbers';

describe('numbers', () => {
  it('are written as the locale does', () => {
    expect(count(23_570)).toBe('23,570');
    expect(decimal(0.8416)).toBe('0.842');
    expect(percent(0.634)).toBe('63%');
  });

  it('say nothing where there is nothing', () => {
    expect([count(null), decimal(undefined), percent(Number.NaN)]).toEqual([none, none, none]);
    expect(band(null)).toBe('');
  });

  it('show their sign when they are differences', () => {
    expect(signed(0.0046)).toBe('+0.0046');
    expect(signed(0)).toBe('0.0000');
    expect([signedPercent(0.056, 1), signedPercent(-0.2), signedPercent(0)]).toEqual(['+5.6%', '-20%', '0%']);
  });

  it('grow units with the size', () => {
    expect(bytes(438_211)).toBe('438 kB');
    expect(bytes(1_840_000)).toBe('1.8 MB');
    expect([milliseconds(0.0044), milliseconds(1.843), milliseconds(null)]).toEqual(['4.4 μs', '1.84 ms', none]);
  });

  it('turn long seconds into minutes and hours', () => {
    expect(seconds(0.84)).toBe('0.84s');
    expect(seconds(200)).toBe('3 min 20 s');
    expect(seconds(7_260)).toBe('2 h 1 min');
  });

  it('count words', () => {
    expect([plural(0, 'label'), plural(1, 'label'), plural(1_204, 'label')]).toEqual(['no labels', '1 label', '1,204 labels']);
  });
});
