import type { DriftResponse, DriftView, InputDrift } from '../wire/types';

/** What a view is called for people, and the question it answers. */
export const views: Record<string, { label: string; question: string }> = {
  inputs: { label: 'Inputs', question: 'Do customers look different, input by input?' },
  together: { label: 'Inputs together', question: 'Do inputs still go together as they did?' },
  scores: { label: 'Scores', question: 'Are answers higher or lower than they were?' },
  labels: { label: 'Labels', question: 'Does what comes true differ?' },
  errors: { label: 'Errors', question: 'Is the model wrong more often than it promised?' },
};

// What cannot be told yet harms nobody so far.
const weights: Record<string, number> = { drifted: 2, suspected: 1, steady: 0, not_enough_data: -1 };

// What comes true and how wrong answers are costs money; inputs alone do no harm yet.
const harms: Record<string, number> = { errors: 4, labels: 3, scores: 2, inputs: 1, together: 0 };

/** Views by harm: those that drifted before suspected ones, and among these errors before what may lead to errors. */
export const viewsByHarm = (all: readonly DriftView[]): DriftView[] =>
  [...all].sort((a, b) => (weights[b.verdict] ?? 0) - (weights[a.verdict] ?? 0) || (harms[b.view] ?? 0) - (harms[a.view] ?? 0));

/** Inputs by harm: surely different ones first, then by how far they move the score, then by how much they differ of what they may. */
export const inputsByHarm = <T extends InputDrift>(inputs: readonly T[]): T[] =>
  [...inputs].sort((a, b) => Number(b.differs) - Number(a.differs) || Math.abs(b.score_change) - Math.abs(a.score_change) || ratioOf(b) - ratioOf(a));

/** How much is measured of what may be: above 1 is too much. */
export const ratioOf = (input: Pick<InputDrift, 'effect' | 'bound'>): number => (input.bound > 0 ? input.effect / input.bound : 0);

/** Models by harm: the one with the worst view first; equals keep their order. */
export function modelsByHarm<T extends { drift: DriftResponse | undefined }>(models: readonly T[]): T[] {
  const harmOf = (view: DriftView) => ((weights[view.verdict] ?? 0) > 0 ? (weights[view.verdict] ?? 0) * 10 + (harms[view.view] ?? 0) : 0);
  const harm = ({ drift }: T) => (drift ? Math.max(0, ...drift.views.map(harmOf)) : -1);
  return [...models].sort((a, b) => harm(b) - harm(a));
}

/** +12 % or −3 %: what a change of log-odds or of a logarithm does to odds or amounts. */
export const factorOf = (change: number): number => Math.expm1(change);
