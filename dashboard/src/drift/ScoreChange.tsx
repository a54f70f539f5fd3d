import { percent } from '../parts/numbers';
import { factorOf } from './harm';
import classes from './ScoreChange.module.css';

/** How much higher or lower an input moves the mean score now, to the right or to the left of none. */
export function ScoreChange({ change, most }: { change: number; most: number }) {
  const factor = factorOf(change);
  const share = Math.min(1, Math.abs(factor) / most);
  return (
    <span className={classes.change}>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} style={{ width: `${50 * share}%`, [factor < 0 ? 'right' : 'left']: '50%' }} />
      </span>
      <span className={classes.figure}>{factor > 0 ? '+' : factor < 0 ? '−' : ''}{percent(Math.abs(factor), 1)}</span>
    </span>
  );
}
