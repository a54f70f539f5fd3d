import type { AlertResponse } from '../wire/types';

const weights: Record<string, number> = { critical: 3, warning: 2, notice: 1 };

/** Whether nobody is told of it for now. */
export const isSilenced = (alert: AlertResponse, now: number): boolean => alert.silenced_until !== null && Date.parse(alert.silenced_until) > now;

/** What needs somebody first: the worse before the better, nobody's before somebody's, silenced ones last, the newest first among equals. */
export const byUrgency = (alerts: readonly AlertResponse[], now: number): AlertResponse[] => [...alerts].sort((a, b) =>
  Number(isSilenced(a, now)) - Number(isSilenced(b, now))
  || (weights[b.severity] ?? 0) - (weights[a.severity] ?? 0)
  || Number(a.acknowledged_by !== null) - Number(b.acknowledged_by !== null)
  || Date.parse(b.opened) - Date.parse(a.opened));

/** The page that shows what an alert's link leads to; the link itself is the server's own address for programs. */
export function pageOf(link: string): string | null {
  const path = link.split('?')[0] ?? '';
  const run = /^\/v1\/runs\/(\d+)/.exec(path)?.[1];
  if (run) return `/runs/${run}`;
  const [, model, topic] = /^\/v1\/models\/([^/]+)(?:\/(\w+))?/.exec(path) ?? [];
  if (model && topic === 'deployments') return `/models/${model}/versions`;
  if (model) return topic === 'drift' || topic === 'versions' ? `/models/${model}/${topic}` : `/models/${model}`;
  if (path.startsWith('/v1/imports') || path.startsWith('/v1/inbox') || path.startsWith('/v1/stats')) return '/data';
  if (path.startsWith('/retraining')) return '/settings';
  return null;
}
