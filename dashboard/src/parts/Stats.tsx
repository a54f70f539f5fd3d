import type { ReactNode } from 'react';
import classes from './Stats.module.css';

/** Numbers side by side, as many as there is room for. */
export function Stats({ children }: { children: ReactNode }) {
  return <div className={classes.stats}>{children}</div>;
}
