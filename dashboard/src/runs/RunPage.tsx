import { Link, useParams } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { Comparisons } from '../parts/Comparisons';
import { ErrorState } from '../parts/ErrorState';
import { Gates } from '../parts/Gates';
import { Grid } from '../parts/Grid';
import { count } from '../parts/numbers';
import { Page } from '../parts/Page';
import { Refusal } from '../wire/failures';
import { useRun } from '../wire/queries';
import type { RunResponse } from '../wire/types';
import { CancelRun } from './CancelRun';
import { Footprint } from './Footprint';
import { Log } from './Log';
import { Past } from './Past';
import { Rungs } from './Rungs';
import { RunProgressBar } from './RunProgressBar';
import { Steps } from './Steps';
import { Verdict } from './Verdict';
import { Shock } from '../versions/Shock';
import { Tried } from './Tried';

export default function RunPage() {
  const id = Number(useParams<{ id: string }>().id);
  const run = useRun(id);
  const isRunning = run.data?.state === 'running';
  return (
    <Page title={run.data ? `Run ${id} of ${run.data.model}` : `Run ${id}`} question="What is it learning?" actions={isRunning ? <CancelRun run={id} /> : undefined} below={<nav aria-label="Where this is"><Link href="/runs">All runs</Link></nav>}>
      <Answer query={run} shape="card" height={640}>{(data) => <Told run={data} />}</Answer>
    </Page>
  );
}

function Told({ run }: { run: RunResponse }) {
  const { result } = run;
  return (
    <>
      {run.state === 'running' && <Card title="Under way"><RunProgressBar run={run.id} /></Card>}
      {run.state !== 'running' && <Verdict run={run} />}
      {run.error && run.error_code && <ErrorState error={new Refusal(0, run.error, run.error_code, [])} />}
      {result && result.verdicts.length > 0 && <Card title="Gates" note="In order. Every one must pass, or not apply."><Gates verdicts={result.verdicts} /></Card>}
      {result?.repair && <Card title="Repair" note="The cheapest first; it stops where one is enough."><Rungs rungs={result.repair} /></Card>}
      {result?.against && result.comparisons.length > 0 && (
        <Card title={`${result.version} against ${result.against}`} note={`On ${count(result.block_rows)} fresh labels that neither had learnt from.`}>
          <Comparisons comparisons={result.comparisons} first={result.against} second={result.version} />
        </Card>
      )}
      {result?.rivals?.map((rival) => (
        <Card key={rival.version} title={`${rival.version} against ${result.version}`} note={rival.sentence}>
          <Comparisons comparisons={rival.comparisons} first={result.version} second={rival.version} />
        </Card>
      ))}
      {run.strategy === 'tune' && <Tried run={run.id} />}
      {result?.shock && <Card title="Who moves" note="What a promotion does to the people who act on scores."><Shock shock={result.shock} model={run.model} /></Card>}
      {result && result.eras.length > 0 && <Past result={result} />}
      {result?.footprint && <Card title="What it takes to answer" note="Its trees and encoders, and one answer alone, in the typical case."><Footprint footprint={result.footprint} version={result.version} against={result.against} /></Card>}
      <Grid least="large">
        {result && result.steps.length > 0 && <Steps result={result} />}
        <Log run={run.id} isRunning={run.state === 'running'} />
      </Grid>
    </>
  );
}
