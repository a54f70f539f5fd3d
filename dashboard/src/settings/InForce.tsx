import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../parts/Answer';
import { EmptyState } from '../parts/EmptyState';
import { Line } from '../parts/Line';
import { Rows } from '../parts/Rows';
import { useStatus } from '../wire/queries';
import { ModelRules } from './ModelRules';
import { Service } from './Service';

/** Schedules, triggers and gates as they are, model by model, without the file that says them. */
export function InForce({ onChange }: { onChange: () => void }) {
  const status = useStatus();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Answer query={status} shape="card">
      {(data) => (data.models.length === 0
        ? <EmptyState title="No model yet">Rules appear here once the definition file names a model.</EmptyState>
        : (
          <Rows gap="large">
            {data.retraining && <Service retraining={data.retraining} />}
            <Line>
              <SegmentedControl aria-label="Model" value={chosen ?? data.models[0]!.model} onChange={setChosen} data={data.models.map((one) => one.model)} />
              <Button variant="subtle" onClick={onChange}>Change the rules</Button>
            </Line>
            {data.models.filter((one) => one.model === (chosen ?? data.models[0]!.model)).map((model) => (
              <ModelRules key={model.model} model={model} retraining={data.retraining?.models.find((one) => one.model === model.model) ?? null} />
            ))}
          </Rows>
        ))}
    </Answer>
  );
}
