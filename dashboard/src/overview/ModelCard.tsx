import { Skeleton } from '@mantine/core';
import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { ModelName } from '../parts/ModelName';
import { useModelColour } from '../parts/modelColours';
import { metricOf } from '../parts/metrics';
import { band, count, percent } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { Sparkline } from '../parts/Sparkline';
import { Stat } from '../parts/Stat';
import { StatusWord } from '../parts/StatusWord';
import { usePerformance } from '../wire/queries';
import type { ModelStatus } from '../wire/types';
import classes from './ModelCard.module.css';

const weeksShown = 26;

/** One model: what is live, since when, how good, how sure, what is coming. */
export function ModelCard({ model }: { model: ModelStatus }) {
  const path = `/models/${encodeURIComponent(model.model)}`;
  const metric = metricOf(model.metric);
  const state = model.verdict?.state ?? 'unknown';
  return (
    <Card title={<ModelName model={model.model} />} note={<Live model={model} />} aside={<StatusWord state={state} filled />}>
      <div className={classes.top}>
        <Stat size="large" label={metric.label} value={metric.format(model.value)} band={halfWidthOf(model)} to={`${path}/answers`}
          note={model.measured === 'live_labels' ? `on ${count(model.rows)} answers that came true` : `when it was judged, on ${count(model.rows)} labels`} />
        <Trend model={model} />
      </div>
      <ul className={classes.grounds}>
        {model.verdict?.because.filter((ground) => ground.what !== 'quality').slice(0, 2).map((ground) => (
          <li key={ground.sentence}><StatusWord state={ground.weight} word={ground.what} /> <span className={classes.sentence}>{ground.sentence}</span></li>
        ))}
      </ul>
      <dl className={classes.facts}>
        <dt>Promised</dt><dd>{model.promised === null ? 'nothing yet' : `${metric.better === 'up' ? 'at least' : 'at most'} ${metric.format(model.promised)}`}</dd>
        <dt>Expected</dt><dd><Expected model={model} /></dd>
        <dt>Answers still open</dt><dd>{count(model.waiting?.predictions ?? 0)}</dd>
        <dt>Labels waiting</dt><dd>{count(model.labels_waiting)}</dd>
        <dt>Next verdict</dt><dd><NextVerdict model={model} /></dd>
      </dl>
      <Link href={path} className={classes.more}>How good, how sure?</Link>
    </Card>
  );
}

function Live({ model }: { model: ModelStatus }) {
  if (model.champion === null) return <>no version answers yet</>;
  const ramp = model.ramp ? `; ${model.ramp.version} is taking over and answers ${percent(model.ramp.share, model.ramp.share < 0.1 ? 1 : 0)} of the customers` : '';
  return <>version {model.champion}, live since <RelativeTime at={model.live_since} />{ramp}</>;
}

function Expected({ model }: { model: ModelStatus }) {
  const estimated = model.waiting?.estimated;
  if (estimated) {
    const metric = metricOf(estimated.metric);
    const promised = estimated.promised === null || estimated.metric === model.metric ? '' : `, ${metric.better === 'up' ? 'at least' : 'at most'} ${metric.format(estimated.promised)} promised`;
    return <>{metric.label} {metric.format(estimated.value)} {band(estimated.half_width)}{promised}{estimated.is_trusted ? '' : ' (was off lately)'}</>;
  }
  if (model.ranges) return <span title={`${count(model.ranges.amounts)} amounts`}>{percent(model.ranges.inside)} inside their ranges</span>;
  return <span className="quiet">{model.predicts === 'amount' ? 'amounts wait for their labels' : 'too few answers wait'}</span>;
}

function NextVerdict({ model }: { model: ModelStatus }) {
  if (model.next_verdict === null) return <span className="quiet">not in sight</span>;
  const days = model.waiting?.give_or_take_days;
  return <><RelativeTime at={model.next_verdict} />{days ? ` ±${Math.max(1, Math.round(days))} d` : ''}</>;
}

function Trend({ model }: { model: ModelStatus }) {
  const performance = usePerformance(model.model, null);
  const colour = useModelColour(model.model);
  if (!performance.data) return <Skeleton height={56} className={classes.trend} />;
  const judged = performance.data.points.filter((point) => point.value !== null);
  const shown = judged.slice(-weeksShown);
  const metric = metricOf(performance.data.metric);
  const estimated = model.waiting?.estimated?.metric === performance.data.metric ? model.waiting.estimated.value : null;
  const summary = shown.length === 0 ? 'No week has come true yet.'
    : `${metric.label} over ${shown.length} weeks, from ${metric.format(shown[0]!.value)} to ${metric.format(shown.at(-1)!.value)}.`;
  return (
    <div className={classes.trend}>
      <Sparkline points={shown.map((point) => ({ value: point.value, halfWidth: point.half_width }))} promised={model.promised} estimated={estimated} colour={colour} summary={summary} />
    </div>
  );
}

function halfWidthOf(model: ModelStatus): string {
  if (model.half_width === null) return '';
  return model.metric === 'top_decile_share' ? `±${percent(model.half_width)}` : band(model.half_width);
}
