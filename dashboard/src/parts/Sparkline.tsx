import { scaleOf, type SparkPoint } from './sparkScale';
import classes from './Sparkline.module.css';

interface Props {
  points: readonly SparkPoint[];
  promised?: number | null;
  /** What is expected of answers whose labels are still to come: hollow, at the end. */
  estimated?: number | null;
  colour: string;
  summary: string;
}

/** A metric's last weeks in a line: band of uncertainty, promise dashed, estimate hollow. */
export function Sparkline({ points, promised, estimated, colour, summary }: Props) {
  const scale = scaleOf(points, [promised, estimated]);
  if (!scale) return <div className={classes.none} />;
  const known = points.filter((point) => point.value !== null);
  const x = (index: number) => (100 * index) / Math.max(points.length - (estimated == null ? 1 : 0), 1);
  const at = (point: SparkPoint) => x(points.indexOf(point));
  const y = (value: number) => 100 - 100 * scale(value);
  const upper = known.map((point) => `${at(point)},${y(point.value! + (point.halfWidth ?? 0))}`);
  const lower = known.map((point) => `${at(point)},${y(point.value! - (point.halfWidth ?? 0))}`).reverse();
  const last = known.at(-1);
  return (
    <div className={classes.spark} role="img" aria-label={summary} style={{ color: `var(${colour})` }}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <polygon points={[...upper, ...lower].join(' ')} fill="currentColor" opacity="0.14" />
        {promised != null && <line x1="0" x2="100" y1={y(promised)} y2={y(promised)} className={classes.promise} />}
        <polyline points={known.map((point) => `${at(point)},${y(point.value!)}`).join(' ')} className={classes.line} />
      </svg>
      {last && <span className={classes.dot} style={{ left: `${at(last)}%`, top: `${y(last.value!)}%` }} />}
      {estimated != null && <span className={`${classes.dot} ${classes.hollow}`} style={{ left: '100%', top: `${y(estimated)}%` }} />}
    </div>
  );
}
