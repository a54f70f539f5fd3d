import type { ReactNode } from 'react';
import classes from './Explain.module.css';

interface Props {
  /** For everybody. */
  words: ReactNode;
  /** The exact term, which opens the details. */
  term: ReactNode;
  children: ReactNode;
}

/** Plain words for the manager; the exact term and its formula in the details. */
export function Explain({ words, term, children }: Props) {
  return (
    <div className={classes.explain}>
      <p>{words}</p>
      <details>
        <summary className={classes.term}>{term}</summary>
        <div className={classes.details}>{children}</div>
      </details>
    </div>
  );
}
