import classes from './StatusWord.module.css';
import { labelOf } from './metrics';
import { toneOf, type Tone } from './tones';

// Each tone has a shape of its own, so that it is told without colour.
const shapes: Record<Tone, React.ReactNode> = {
  good: <circle cx="6" cy="6" r="5" />,
  watch: <path d="M6 .8 11.600 11H.4z" />,
  bad: <path d="M6 .3 11.700 6 6 11.700.3 6z" />,
  busy: <path d="M2 1v10l9-5z" />,
  idle: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="2" />,
};

interface Props {
  state: string;
  /** The word shown, where it is not that of the server. */
  word?: string;
  tone?: Tone;
  filled?: boolean;
}

/** A state by shape, word and hue. */
export function StatusWord({ state, word, tone = toneOf(state), filled = false }: Props) {
  return (
    <span className={classes.word} data-tone={tone} data-filled={filled || undefined}>
      <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true" fill="currentColor">{shapes[tone]}</svg>
      {word ?? labelOf(state)}
    </span>
  );
}
