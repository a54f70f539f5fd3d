import { count } from '../parts/numbers';
import classes from './Share.module.css';

/** How many of all answers have come true: solid; those still open: hollow. */
export function Share({ done, open }: { done: number; open: number }) {
  const all = done + open;
  return (
    <span className={classes.share}>
      <span className={classes.track} aria-hidden="true"><span className={classes.bar} style={{ width: all === 0 ? 0 : `${(100 * done) / all}%` }} /></span>
      <span>{count(done)} <span className="quiet">of {count(all)}; {count(open)} open</span></span>
    </span>
  );
}
