import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './Stat.module.css';

interface Props {
  label: ReactNode;
  value: ReactNode;
  /** ±0.011, beside the value. */
  band?: string;
  note?: ReactNode;
  /** The rows behind the number. */
  to?: string;
  size?: 'large' | 'small';
}

/** One number, how sure it is, and the way to the rows behind it. */
export function Stat({ label, value, band, note, to, size = 'small' }: Props) {
  const number = (
    <>
      <span className={classes.value} data-size={size}>{value}</span>
      {band && <span className={classes.band}>{band}</span>}
    </>
  );
  return (
    <div className={classes.stat}>
      <span className={classes.label}>{label}</span>
      <span className={classes.line}>{to ? <Link href={to} className={classes.link}>{number}</Link> : number}</span>
      {note && <span className="note">{note}</span>}
    </div>
  );
}
