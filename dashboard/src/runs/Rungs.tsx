import { labelOf } from '../parts/metrics';
import { seconds } from '../parts/numbers';
import { StatusWord } from '../parts/StatusWord';
import type { RungResult } from '../wire/types';
import classes from '../parts/Gates.module.css';

/** What a repair tried, the cheapest first. */
export function Rungs({ rungs }: { rungs: readonly RungResult[] }) {
  return (
    <ul className={classes.gates}>
      {rungs.map((rung) => (
        <li key={rung.rung} className={classes.gate}>
          <StatusWord state={rung.verdict} />
          <p><span className={classes.name}>{labelOf(rung.rung)}</span> {rung.sentence}</p>
          <span className="note">{rung.seconds > 0 ? seconds(rung.seconds) : ''}</span>
        </li>
      ))}
    </ul>
  );
}
