import { Link } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { CodeLink } from '../parts/CodeLink';
import { labelOf } from '../parts/metrics';
import { ModelName } from '../parts/ModelName';
import { PlainTable } from '../parts/PlainTable';
import { RelativeTime } from '../parts/RelativeTime';
import { StatusWord } from '../parts/StatusWord';
import type { Column } from '../parts/table';
import { useVersions } from '../wire/queries';
import type { ModelRetraining, ModelStatus, ScheduleStatus, TriggerStatus, VerdictResponse } from '../wire/types';
import { cronWords } from './cronWords';
import { questionOf } from './gates';
import classes from './ModelRules.module.css';

interface Props {
  model: ModelStatus;
  retraining: ModelRetraining | null;
}

const does: Record<string, string> = {
  score: 'Answer about every customer', incremental: 'Update with new labels', full: 'Learn from scratch', compare: 'Compare with earlier versions', prune: 'Tidy up old versions', tune: 'Search for a better recipe',
};

const schedules: ReadonlyArray<Column<ScheduleStatus>> = [
  { key: 'name', header: 'What', value: (row) => does[row.name] ?? labelOf(row.name) },
  { key: 'cron', header: 'When', value: (row) => row.cron, grow: true, show: (row) => <><span title={`${row.cron} ${row.time_zone}`}>{cronWords(row.cron)}</span> <span className="quiet">{row.time_zone}</span></> },
  { key: 'last', header: 'Last', value: (row) => row.last_fired, align: 'right', show: (row) => <RelativeTime at={row.last_fired} /> },
  { key: 'next', header: 'Next', value: (row) => row.next_due, align: 'right', show: (row) => <RelativeTime at={row.next_due} /> },
];

const triggers: ReadonlyArray<Column<TriggerStatus>> = [
  { key: 'trigger', header: 'Trigger', value: (row) => labelOf(row.trigger) },
  { key: 'state', header: 'State', value: (row) => row.state, show: (row) => <StatusWord state={row.state} /> },
  { key: 'sentence', header: 'What it waits for', value: (row) => row.sentence, grow: true },
];

const gates: ReadonlyArray<Column<VerdictResponse>> = [
  { key: 'gate', header: 'Gate', value: (row) => labelOf(row.gate), show: (row) => <><strong>{labelOf(row.gate)}</strong><br /><span className="note">{questionOf(row.gate)}</span></> },
  { key: 'outcome', header: 'Said last', value: (row) => row.outcome, show: (row) => <StatusWord state={row.outcome} /> },
  { key: 'sentence', header: 'What it measured, and what it allows', value: (row) => row.sentence, grow: true, show: (row) => <>{row.sentence} <CodeLink code={row.code} /></> },
];

/** By which rules one model is retrained and judged. */
export function ModelRules({ model, retraining }: Props) {
  return (
    <Card title={<ModelName model={model.model} />} note={retraining?.sentence}>
      <section className={classes.part}>
        <h3>Schedules</h3>
        {retraining?.schedules.length ? <PlainTable name={`Schedules of ${model.model}`} columns={schedules} rows={retraining.schedules} keyOf={(row) => row.name} /> : <p className="quiet">Nothing is done by the clock.</p>}
      </section>
      <section className={classes.part}>
        <h3>Triggers</h3>
        {retraining?.triggers.length ? <PlainTable name={`Triggers of ${model.model}`} columns={triggers} rows={retraining.triggers} keyOf={(row) => row.trigger} /> : <p className="quiet">Nothing but the clock starts a retrain.</p>}
      </section>
      <section className={classes.part}>
        <h3>Gates</h3>
        <Gates model={model.model} />
      </section>
    </Card>
  );
}

function Gates({ model }: { model: string }) {
  const versions = useVersions(model);
  return (
    <Answer query={versions} shape="table">
      {(data) => {
        const newest = [...data].sort((a, b) => b.created_at.localeCompare(a.created_at)).find((one) => one.verdicts.length > 0);
        if (!newest) return <p className="quiet">No version has been judged yet; the first run shows every gate with its bound here.</p>;
        return (
          <>
            <p className="note">As they judged version {newest.version}, <RelativeTime at={newest.created_at} />. <Link href={`/models/${encodeURIComponent(model)}/versions`}>All versions</Link></p>
            <PlainTable name={`Gates of ${model}`} columns={gates} rows={newest.verdicts} keyOf={(row) => row.gate} />
          </>
        );
      }}
    </Answer>
  );
}
