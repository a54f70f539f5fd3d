import { StatusWord } from '../parts/StatusWord';
import type { Tone } from '../parts/tones';

const tones: Record<string, Tone> = { steady: 'good', suspected: 'watch', drifted: 'bad', not_enough_data: 'idle' };

export function ViewVerdict({ verdict, filled }: { verdict: string; filled?: boolean }) {
  return <StatusWord state={verdict} tone={tones[verdict] ?? 'idle'} filled={filled} />;
}
