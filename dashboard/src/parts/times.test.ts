import { describe, expect, it } from 'vitest';
import { lasting, when } from './times';

const now = Date.parse('2026-11-20T12:00:00Z');
const at = (text: string) => when(Date.parse(text), now);

describe('times', () => {
  it('are relative within a day, both ways', () => {
    expect(at('2026-11-20T11:56:00Z')).toBe('4 min. ago');
    expect(at('2026-11-20T18:00:00Z')).toBe('in 6 hr.');
    expect(at('2026-11-20T12:00:10Z')).toBe('now');
  });

  it('are dated beyond a day, and with the time within a week', () => {
    expect(at('2026-11-16T06:00:00Z')).toMatch(/^Nov 16 .*\d/);
    expect(at('2026-11-03T02:00:00Z')).toBe('Nov 3');
  });

  it('name the year where it is another one', () => {
    expect(at('2025-07-07T12:00:00Z')).toBe('Jul 7, 2025');
  });

  it('say how long something has lasted', () => {
    expect(lasting(40 * 60_000)).toBe('40 minutes');
    expect(lasting(8 * 86_400_000)).toBe('1 week');
  });
});
