import type { ReactNode } from 'react';
import classes from './Rows.module.css';

/** Things that stand side by side, and wrap. */
export function Line({ children }: { children: ReactNode }) {
  return <div className={classes.line}>{children}</div>;
}
