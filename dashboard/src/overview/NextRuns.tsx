import { Card } from '../parts/Card';
import { labelOf } from '../parts/metrics';
import { ModelName } from '../parts/ModelName';
import { RelativeTime } from '../parts/RelativeTime';
import { StatusWord } from '../parts/StatusWord';
import type { StatusResponse } from '../wire/types';
import { dueOf } from './due';
import classes from './NextRuns.module.css';
import { RetrainingSwitch } from './RetrainingSwitch';

const shown = 6;

/** What happens by itself, and when: the switch, what each model waits for, what is due next. */
export function NextRuns({ status }: { status: StatusResponse }) {
  const retraining = status.retraining;
  if (!retraining) return null;
  const due = dueOf(retraining.models).slice(0, shown);
  return (
    <Card title="Retraining" note={retraining.sentence} aside={<RetrainingSwitch retraining={retraining} />}>
      {retraining.error && <p><StatusWord state="failing" /> {retraining.error}</p>}
      <ul className={classes.models}>
        {retraining.models.map((model) => (
          <li key={model.model} className={classes.model}>
            <span className={classes.name}><ModelName model={model.model} /><StatusWord state={model.state} /></span>
            <span className="note">{model.sentence}</span>
          </li>
        ))}
      </ul>
      {due.length > 0 && (
        <>
          <h3 className={classes.heading}>Due next</h3>
          <ul className={classes.due}>
            {due.map((entry) => (
              <li key={`${entry.name} ${entry.at}`} className={classes.entry}>
                <span>{labelOf(entry.name)} <span className="quiet">{entry.models.join(', ')}</span></span>
                <span className="quiet" title={entry.cron}><RelativeTime at={entry.at} /></span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
