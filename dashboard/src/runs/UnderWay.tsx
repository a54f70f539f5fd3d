import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { ModelName } from '../parts/ModelName';
import { Grid } from '../parts/Grid';
import type { StatusResponse } from '../wire/types';
import { RunProgressBar } from './RunProgressBar';

/** Runs under way, each with its steps as they happen. */
export function UnderWay({ status }: { status: StatusResponse | undefined }) {
  const running = (status?.retraining?.models ?? []).filter((model) => model.running !== null);
  if (running.length === 0) return null;
  return (
    <Grid>
      {running.map(({ model, running: run }) => run && (
        <Card key={run.id} title={<ModelName model={model} />} note={`run ${run.id}, ${run.strategy}`} aside={<Link href={`/runs/${run.id}`}>Follow</Link>}>
          <RunProgressBar run={run.id} />
        </Card>
      ))}
    </Grid>
  );
}
