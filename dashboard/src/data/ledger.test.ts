import { describe, expect, it } from 'vitest';
import type { LabelStats, ModelStatus } from '../wire/types';
import { ledgerOf } from './ledger';

const labels = (model: string, source: string, matured: number, open: number, mean: number | null): LabelStats => ({ model, source, matured, open, corrected: 1, mean });
const status = (model: string, more: Partial<ModelStatus> = {}) => ({ model, labels_waiting: 0, next_verdict: null, waiting: null, ...more }) as ModelStatus;

describe('ledgerOf', () => {
  it('tells labels of history from answers that came true', () => {
    const [line] = ledgerOf([labels('churn', 'backfill', 300, 0, 0.2), labels('churn', 'logged', 100, 40, 0.4)], [status('churn', { labels_waiting: 12 })]);
    expect(line).toMatchObject({ matured: 100, open: 40, fromHistory: 300, corrected: 2, waiting: 12 });
    expect(line!.mean).toBeCloseTo(0.25, 10);
  });

  it('has a line for a model without labels, and for one that is gone', () => {
    const lines = ledgerOf([labels('old', 'logged', 5, 0, 1)], [status('new')]);
    expect(lines.map((line) => line.model)).toEqual(['new', 'old']);
    expect(lines[0]!.mean).toBeNull();
  });
});
