import type { ReactNode } from 'react';
import classes from './RowButton.module.css';

/** What opens a row for those who use the keyboard; by mouse the whole row does. */
export function RowButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return <button type="button" className={classes.open} onClick={onClick}>{children}</button>;
}
