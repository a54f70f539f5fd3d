import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { labelOf } from '../parts/metrics';
import { count, seconds } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { Stat } from '../parts/Stat';
import { Stats } from '../parts/Stats';
import { StatusWord } from '../parts/StatusWord';
import type { RunResponse } from '../wire/types';
import { secondsOf, sentenceOf, stateOf } from './runWords';
import classes from './Verdict.module.css';

/** What came of a run in one sentence, and what it took. */
export function Verdict({ run }: { run: RunResponse }) {
  const { result } = run;
  return (
    <Card>
      <p className={classes.sentence}><StatusWord state={stateOf(run)} filled /> <span>{sentenceOf(run)}</span></p>
      <Stats>
        {result && <Stat label={result.decision === 'compared' ? 'Champion' : 'Version'} value={result.version} to={`/models/${encodeURIComponent(run.model)}/versions`} note={result.against ? `against ${result.against}` : 'the first'} />}
        <Stat label="Because of" value={labelOf(run.trigger)} note={labelOf(run.strategy)} />
        <Stat label="Started" value={<RelativeTime at={run.started_at} />} />
        <Stat label="Took" value={seconds(secondsOf(run))} />
        {result && <Stat label="Learnt from" value={count(result.training_rows)} note={`${count(result.new_rows)} new`} />}
        {result && <Stat label="Judged on" value={count(result.block_rows)} note={`${count(result.block_positives)} positive`} />}
      </Stats>
      {result?.decision === 'promoted' && <p className="note">To undo: <Link href={`/models/${encodeURIComponent(run.model)}/versions`}>roll back</Link>.</p>}
    </Card>
  );
}
