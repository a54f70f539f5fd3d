import classes from './IntervalBar.module.css';

interface Props {
  /** The difference and half its interval, both in the metric's own unit. */
  value: number;
  halfWidth: number | null;
  /** What the whole bar stands for, to either side of zero. */
  reach: number;
  summary: string;
}

/** A difference and its interval around zero: right of the line is better. */
export function IntervalBar({ value, halfWidth, reach, summary }: Props) {
  const x = (at: number) => 50 + (50 * Math.max(-reach, Math.min(reach, at))) / (reach || 1);
  const half = halfWidth ?? 0;
  const tone = value - half > 0 ? 'good' : value + half < 0 ? 'bad' : 'idle';
  return (
    <span className={classes.bar} data-tone={tone} role="img" aria-label={summary}>
      <span className={classes.zero} />
      <span className={classes.span} style={{ left: `${x(value - half)}%`, width: `${x(value + half) - x(value - half)}%` }} />
      <span className={classes.point} style={{ left: `${x(value)}%` }} />
    </span>
  );
}
