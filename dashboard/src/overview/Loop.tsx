import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { brief, count, plural } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { useChanges } from '../wire/changes';
import { useStats } from '../wire/queries';
import type { StatusResponse } from '../wire/types';
import classes from './Loop.module.css';
import { stationOf, type Station } from './stations';

const pulseFor = 2_500;

/** The loop as it turns: each station with its count, lit while something happens there. */
export function Loop({ status }: { status: StatusResponse }) {
  const { data: stats } = useStats();
  const lit = useLit();
  const models = status.retraining?.models ?? [];
  const running = models.filter((model) => model.running !== null);
  const last = models.map((model) => model.last_run).filter((run) => run !== null).sort((a, b) => b.id - a.id)[0];
  const labels = stats?.labels.reduce((sum, line) => sum + line.matured, 0);
  const open = stats?.labels.reduce((sum, line) => sum + line.open, 0);
  const live = status.models.filter((model) => model.champion !== null);
  const stations: Array<{ station: Station; title: string; figure: string; note: React.ReactNode; to: string }> = [
    { station: 'events', title: 'Events', figure: brief(status.events), note: <>last <RelativeTime at={status.last_event} /></>, to: '/data' },
    { station: 'predictions', title: 'Predictions', figure: brief(stats?.predictions), note: `${brief(status.customers)} customers`, to: '/customers' },
    { station: 'outcomes', title: 'Outcomes', figure: stats ? brief(stats.outcomes) : '–', note: 'reported', to: '/data' },
    { station: 'labels', title: 'Labels', figure: brief(labels), note: open === undefined ? '' : `${brief(open)} to come`, to: '/data' },
    { station: 'runs', title: 'Runs', figure: running.length > 0 ? plural(running.length, 'run') : last ? `run ${count(last.id)}` : 'none', note: running.length > 0 ? 'under way' : last ? <RelativeTime at={last.finished_at} /> : 'so far', to: running[0]?.running ? `/runs/${running[0].running.id}` : '/runs' },
    { station: 'gates', title: 'Gates', figure: last?.result?.decision ?? '–', note: last?.result ? `${last.model} ${last.result.version}` : 'no decision', to: last ? `/runs/${last.id}` : '/runs' },
    { station: 'live', title: 'Live', figure: `${live.length} of ${status.models.length}`, note: live.map((model) => `${model.model} ${model.champion}`).join(' · ') || 'no champion', to: live[0] ? `/models/${encodeURIComponent(live[0].model)}/versions` : '/runs' },
  ];
  return (
    <Card title="The loop" note="What comes in becomes answers; what comes true judges them, and the next version.">
      <ol className={classes.loop}>
        {stations.map(({ station, title, figure, note, to }) => (
          <li key={station} className={classes.station} data-lit={lit.has(station) || (station === 'runs' && running.length > 0) || undefined}>
            <Link href={to} className={classes.link}>
              <span className={classes.title}>{title}</span>
              <span className={classes.figure}>{figure}</span>
              <span className={classes.note}>{note}</span>
            </Link>
          </li>
        ))}
      </ol>
      <svg className={classes.back} viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
        <path d="M930 0v8q0 12-12 12H82q-12 0-12-12V2" />
      </svg>
      <p className={classes.backNote}>answers change what happens next</p>
    </Card>
  );
}

function useLit(): ReadonlySet<Station> {
  const [until, setUntil] = useState<ReadonlyMap<Station, number>>(new Map());
  useChanges((change) => {
    const station = stationOf(change.kind);
    if (station) setUntil((before) => new Map(before).set(station, Date.now() + pulseFor));
  });
  useEffect(() => {
    if (until.size === 0) return undefined;
    const timer = setTimeout(() => setUntil(new Map([...until].filter(([, end]) => end > Date.now()))), pulseFor);
    return () => clearTimeout(timer);
  }, [until]);
  return new Set(until.keys());
}
