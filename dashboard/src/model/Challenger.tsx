import { Link } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { Comparisons } from '../parts/Comparisons';
import { EmptyState } from '../parts/EmptyState';
import { StatusWord } from '../parts/StatusWord';
import { useRuns } from '../wire/queries';
import type { ModelStatus } from '../wire/types';

/** The newest version that was held against a champion, and what came of it. */
export function Challenger({ model }: { model: ModelStatus }) {
  const runs = useRuns(model.model, 20);
  return (
    <Card title="The last challenger" note="Champion and challenger on the same fresh rows, which neither had learnt from.">
      <Answer query={runs} shape="table">
        {(data) => {
          const run = data.runs.find((one) => one.result?.against && one.result.comparisons.length > 0);
          if (!run?.result?.against) return <EmptyState title="No challenger yet" command={`coppice retrain ${model.model}`}>Each retrain makes one and holds it against the champion.</EmptyState>;
          return (
            <>
              <p><StatusWord state={run.result.decision} /> <Link href={`/runs/${run.id}`}>Run {run.id}</Link>: {run.result.sentence}</p>
              <Comparisons comparisons={run.result.comparisons} first={run.result.against} second={run.result.version} />
            </>
          );
        }}
      </Answer>
    </Card>
  );
}
