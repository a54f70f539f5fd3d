import type { ReactNode } from 'react';
import classes from './Grid.module.css';

/** Cards side by side, each at least as wide as it must be. */
export function Grid({ children, least = 'medium' }: { children: ReactNode; least?: 'small' | 'medium' | 'large' | 'uneven' }) {
  return <div className={classes.grid} data-least={least}>{children}</div>;
}
