import type { ReactNode } from 'react';
import classes from './Rows.module.css';

/** Things that stand one below the other. */
export function Rows({ children, gap = 'medium' }: { children: ReactNode; gap?: 'small' | 'medium' | 'large' }) {
  return <div className={classes.rows} data-gap={gap}>{children}</div>;
}
