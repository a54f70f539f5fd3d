import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { ModelName } from '../parts/ModelName';
import { percent, plural } from '../parts/numbers';
import type { DriftResponse } from '../wire/types';
import { factorOf, inputsByHarm, views, viewsByHarm } from './harm';
import classes from './ModelDrift.module.css';
import { ViewVerdict } from './ViewVerdict';

const shown = 3;
const order = Object.keys(views);

/** One model: its five verdicts side by side, and the inputs that harm it most. */
export function ModelDrift({ drift }: { drift: DriftResponse }) {
  const path = `/models/${encodeURIComponent(drift.model)}/drift`;
  const worst = viewsByHarm(drift.views)[0];
  const moved = inputsByHarm(drift.inputs.filter((input) => input.differs));
  return (
    <Card title={<ModelName model={drift.model} to={path} />} note={drift.version && `version ${drift.version}`} aside={worst && <ViewVerdict verdict={worst.verdict} filled />}>
      <p>{drift.sentence}</p>
      <ul className={classes.views}>
        {[...drift.views].sort((a, b) => order.indexOf(a.view) - order.indexOf(b.view)).map((view) => (
          <li key={view.view} className={classes.view}>
            <span className="note">{views[view.view]?.label ?? view.view}</span>
            <ViewVerdict verdict={view.verdict} />
          </li>
        ))}
      </ul>
      {moved.length > 0 && (
        <ul className={classes.inputs}>
          {moved.slice(0, shown).map((input) => (
            <li key={input.input}><span>{input.words}</span> <span className="quiet">{factorOf(input.score_change) >= 0 ? 'raises' : 'lowers'} what is said by {percent(Math.abs(factorOf(input.score_change)), 1)}</span></li>
          ))}
        </ul>
      )}
      <Link href={path}>{moved.length > shown ? `All ${plural(moved.length, 'input')} that differ` : 'What is different, and how sure'}</Link>
    </Card>
  );
}
