import type { ReactNode } from 'react';
import classes from './Bars.module.css';

export interface Bar {
  key: string;
  label: ReactNode;
  value: number;
  figure: string;
}

/** Lengths side by side, with their names and figures: a chart that is a list. */
export function Bars({ bars, colour = '--accent' }: { bars: readonly Bar[]; colour?: string }) {
  const most = Math.max(...bars.map((bar) => Math.abs(bar.value)), 1e-12);
  return (
    <ul className={classes.bars}>
      {bars.map((bar) => (
        <li key={bar.key} className={classes.bar}>
          <span className={classes.label}>{bar.label}</span>
          <span className={classes.figure}>{bar.figure}</span>
          <span className={classes.track}>
            <span className={classes.length} style={{ width: `${(100 * Math.abs(bar.value)) / most}%`, background: `var(${colour})` }} />
          </span>
        </li>
      ))}
    </ul>
  );
}
