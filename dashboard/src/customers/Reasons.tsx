import { signed } from '../parts/numbers';
import type { PredictionReason } from '../wire/types';
import classes from './Reasons.module.css';

/** What moved a score: to the right it raised it, to the left it lowered it, the strongest on top. */
export function Reasons({ reasons }: { reasons: readonly PredictionReason[] }) {
  const most = Math.max(...reasons.map((reason) => Math.abs(reason.contribution)), 1e-9);
  return (
    <ul className={classes.reasons}>
      {reasons.map((reason) => (
        <li key={reason.input} className={classes.reason}>
          <span className={classes.words}>{reason.words}{reason.quote && <q className={classes.quote}>{reason.quote}</q>}</span>
          <span className={classes.track} aria-hidden="true">
            <span className={classes.bar} data-raises={reason.contribution >= 0 || undefined}
              style={{ width: `${(50 * Math.abs(reason.contribution)) / most}%`, [reason.contribution < 0 ? 'right' : 'left']: '50%' }} />
          </span>
          <span className={classes.figure}>{signed(reason.contribution, 2)}</span>
        </li>
      ))}
    </ul>
  );
}
