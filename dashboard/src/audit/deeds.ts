import { labelOf } from '../parts/metrics';
import type { AuditEntry } from '../wire/types';

// What is done to something, in words; the subject follows.
const deeds: Record<string, string> = {
  train: 'trained', promote: 'promoted', roll_back: 'rolled back to', ramp_begin: 'lets take over', ramp_step: 'lets answer more', ramp_stop: 'stopped from taking over', override: 'let past its gates', propose: 'asked to promote', approve: 'approved', withdraw: 'withdrew',
  pin: 'pinned', unpin: 'unpinned', prune: 'tidied up versions of', compare: 'compared versions of', search_recipes: 'searched recipes for', forget_tuning: 'forgot the recipe found for',
  drift: 'found drift in', drift_over: 'found the drift over in', acknowledge: 'looks after', silence: 'silenced', import: 'imported', import_refused: 'was refused', batch: 'began batch',
  refine: 'refined batch', back_up: 'backed up', start: 'turned on', stop: 'turned off', change_definition: 'changed',
};

/** "turned on" of retraining; a kind without words of its own is named as it is. */
export const deedOf = (kind: string): string => deeds[kind] ?? labelOf(kind).toLowerCase();

/** The kinds that can be asked for, in the order people look for them. */
export const kinds: ReadonlyArray<{ value: string; label: string }> = Object.keys(deeds).map((value) => ({ value, label: labelOf(value) }));

const small = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value) && String(value).length <= 120;

/** The sentence or reason among the facts, else the first small ones: what a line of the list says beside the deed. */
export function gistOf(entry: AuditEntry): string {
  const facts = (entry.facts ?? {}) as Record<string, unknown>;
  for (const name of ['sentence', 'reason', 'name']) {
    const value = facts[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return Object.entries(facts).filter(([, value]) => small(value)).slice(0, 4).map(([name, value]) => `${labelOf(name).toLowerCase()} ${String(value).replaceAll('_', ' ')}`).join(' · ');
}
