export type Tone = 'good' | 'watch' | 'bad' | 'busy' | 'idle';

const tones: Record<string, Tone> = {
  right: 'good', passed: 'good', promoted: 'good', champion: 'good', done: 'good', superior: 'good', quiet: 'good', ready: 'good', stored: 'good', chosen: 'good',
  stable: 'good', none: 'good', ok: 'good', imported: 'good', on: 'good',
  watch: 'watch', warning: 'watch', held: 'watch', not_enough_data: 'watch', overridden: 'watch', queued: 'watch', interrupted: 'watch', differs: 'watch', waiting: 'idle',
  wrong: 'bad', failed: 'bad', rejected: 'bad', critical: 'bad', blocking: 'bad', failing: 'bad', drift: 'bad', refused: 'bad', error: 'bad',
  running: 'busy', refining: 'busy', scoring: 'busy', due: 'busy',
};

/** What a word of the server means: good, to be watched, bad, under way, or nothing to worry about. */
export const toneOf = (state: string | null | undefined): Tone => (state ? tones[state] ?? 'idle' : 'idle');
