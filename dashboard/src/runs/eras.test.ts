import { describe, expect, it } from 'vitest';
import type { EraResponse } from '../wire/types';
import { remembers, strataOf } from './eras';

const era = (name: string, improvement: number, counts = true): EraResponse => ({
  era: name, rows: 300, positives: 60, counts, p_value: null,
  compared: { metric: 'log_loss', champion: 0.5, challenger: 0.5 - improvement, improvement, half_width: 0.01, resolvable: 0.02 },
  segments: [],
});

const forgetful: EraResponse = {
  ...era('2025 Q1', 0.004),
  segments: [{ segment: 'country = FR', rows: 120, p_value: 0.004, compared: { metric: 'log_loss', champion: 0.5, challenger: 0.625, improvement: -0.125, half_width: 0.0625, resolvable: 0.07 } }],
};

describe('what a version remembers', () => {
  it('is told quarter by quarter, groups below, in shares of what the champion had', () => {
    expect(strataOf([forgetful, era('2025 Q2', 0.03, false)])).toEqual([
      { era: '2025 Q1', segment: null, rows: 300, better: 0.008, half: 0.02, says: 'not to be told apart', counts: true },
      { era: '2025 Q1', segment: 'country = FR', rows: 120, better: -0.25, half: 0.125, says: 'surely worse', counts: true },
      { era: '2025 Q2', segment: null, rows: 300, better: 0.06, half: 0.02, says: 'surely better', counts: false },
    ]);
  });

  it('names who was forgotten, and nobody of a world that is gone', () => {
    expect(remembers(strataOf([forgetful, era('2025 Q2', 0)]), '3.1')).toBe('Of 2 quarters of the past something is forgotten: it is surely worse than 3.1 for country = FR in 2025 Q1.');
    expect(remembers(strataOf([era('2025 Q1', 0.02), era('2025 Q2', -0.2, false)]), '3.1')).toBe('Nothing of 1 quarter of the past is surely forgotten: nowhere is it surely worse than 3.1.');
    expect(remembers(strataOf([era('2025 Q2', -0.2, false)]), '3.1')).toContain('rejects nobody');
  });

  it('is not measured where nothing could be compared', () => {
    const [only] = strataOf([{ ...era('2025 Q1', 0), compared: { metric: 'log_loss', champion: null, challenger: null, improvement: null, half_width: null, resolvable: null } }]);
    expect(only).toMatchObject({ better: null, half: null, says: 'not measured' });
  });
});
