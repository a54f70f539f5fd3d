import { describe, expect, it } from 'vitest';
import type { AlertResponse } from '../wire/types';
import { byUrgency, isSilenced, pageOf } from './order';

const now = Date.parse('2026-03-01T12:00:00Z');
const alert = (id: number, more: Partial<AlertResponse>) => ({ id, severity: 'warning', opened: '2026-03-01T00:00:00Z', acknowledged_by: null, silenced_until: null, ...more }) as AlertResponse;

describe('byUrgency', () => {
  it('puts the worst first, and silenced ones last whatever they are', () => {
    const ordered = byUrgency([alert(1, { severity: 'notice' }), alert(2, { severity: 'critical', silenced_until: '2026-03-02T00:00:00Z' }), alert(3, { severity: 'critical' }), alert(4, {})], now);
    expect(ordered.map(({ id }) => id)).toEqual([3, 4, 1, 2]);
  });

  it('puts what nobody looks after before what somebody does, then the newest', () => {
    const ordered = byUrgency([alert(1, { acknowledged_by: 'ann' }), alert(2, {}), alert(3, { opened: '2026-03-01T06:00:00Z' })], now);
    expect(ordered.map(({ id }) => id)).toEqual([3, 2, 1]);
  });
});

describe('isSilenced', () => {
  it('ends with the silence', () => {
    expect(isSilenced(alert(1, { silenced_until: '2026-03-01T11:59:59Z' }), now)).toBe(false);
    expect(isSilenced(alert(1, { silenced_until: '2026-03-01T12:00:01Z' }), now)).toBe(true);
  });
});

it.each([
  ['/v1/runs/218/log', '/runs/218'],
  ['/v1/models/churn/drift', '/models/churn/drift'],
  ['/v1/models/churn/performance?by=week', '/models/churn'],
  ['/v1/models/churn/deployments', '/models/churn/versions'],
  ['/v1/imports?state=refused', '/data'],
  ['/retraining/status', '/settings'],
  ['/v1/batches/3', null],
])('shows %s on %s', (link, page) => expect(pageOf(link)).toBe(page));
