import type { VerdictResponse } from '../wire/types';
import classes from './Gates.module.css';
import { labelOf } from './metrics';
import { StatusWord } from './StatusWord';

const words: Record<string, string> = { not_enough_data: 'Not enough data', not_applicable: 'Does not apply' };

/** What each gate said, in order, with the page of its code. */
export function Gates({ verdicts }: { verdicts: readonly VerdictResponse[] }) {
  return (
    <ul className={classes.gates}>
      {verdicts.map((verdict) => (
        <li key={verdict.gate} className={classes.gate}>
          <StatusWord state={verdict.outcome} word={words[verdict.outcome]} />
          <div>
            <p><span className={classes.name}>{labelOf(verdict.gate)}</span> {verdict.sentence}</p>
            {verdict.override && <p className="note">Overridden by {verdict.override.by}{verdict.override.approved_by ? ` and ${verdict.override.approved_by}` : ''}: {verdict.override.reason}</p>}
          </div>
          <a href={`/codes/${verdict.code}`} target="_blank" rel="noreferrer" className={classes.code}>{verdict.code}</a>
        </li>
      ))}
    </ul>
  );
}
