import { Bars } from '../parts/Bars';
import { Card } from '../parts/Card';
import { labelOf } from '../parts/metrics';
import { seconds } from '../parts/numbers';
import type { RunResult } from '../wire/types';

export function Steps({ result }: { result: RunResult }) {
  return (
    <Card title="Where the time went">
      <Bars bars={result.steps.map((step, index) => ({ key: `${step.step} ${index}`, label: labelOf(step.step), value: step.seconds, figure: seconds(step.seconds) }))} />
    </Card>
  );
}
