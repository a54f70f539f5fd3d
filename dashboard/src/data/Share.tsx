import { Link } from 'wouter';
import { count } from '../parts/numbers';
import classes from './Share.module.css';

interface Props {
  done: number;
  open: number;
  /** The page that lists them. */
  answers: string;
}

/** How many of all answers have come true: solid; those still open: hollow. */
export function Share({ done, open, answers }: Props) {
  const all = done + open;
  return (
    <span className={classes.share}>
      <span className={classes.track} aria-hidden="true"><span className={classes.bar} style={{ width: all === 0 ? 0 : `${(100 * done) / all}%` }} /></span>
      <span><Link href={`${answers}?label=matured`}>{count(done)}</Link> of {count(all)}; <Link href={`${answers}?label=open`}>{count(open)} open</Link></span>
    </span>
  );
}
