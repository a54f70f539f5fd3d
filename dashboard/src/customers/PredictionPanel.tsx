import { Answer } from '../parts/Answer';
import { DataTable, type Column } from '../parts/DataTable';
import { Facts } from '../parts/Facts';
import { ModelName } from '../parts/ModelName';
import { figures, none } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { Rows } from '../parts/Rows';
import { SidePanel } from '../parts/SidePanel';
import { Stat } from '../parts/Stat';
import { usePrediction } from '../wire/pages';
import type { PredictionDetails } from '../wire/types';
import { Reasons } from './Reasons';
import { rangeOf, useScoreFormat } from './scores';

/** One prediction: what was said, why, what it saw, what came true. */
export function PredictionPanel({ id, onClose }: { id: string | null; onClose: () => void }) {
  const details = usePrediction(id);
  return (
    <SidePanel opened={id !== null} onClose={onClose} title="Prediction">
      {id !== null && <Answer query={details} shape="card">{(data) => <Details details={data} />}</Answer>}
    </SidePanel>
  );
}

interface Input {
  name: string;
  value: string | number | null;
}

const columns: ReadonlyArray<Column<Input>> = [
  { key: 'name', header: 'Input', value: (row) => row.name, grow: true, show: (row) => <code>{row.name}</code> },
  { key: 'value', header: 'Value', value: (row) => row.value, align: 'right', show: (row) => (typeof row.value === 'number' ? figures(row.value, 6) : row.value ?? none) },
];

function Details({ details: { prediction, label, matures_at, inputs } }: { details: PredictionDetails }) {
  const format = useScoreFormat();
  const rows = inputsOf(inputs);
  return (
    <Rows gap="large">
      <Stat size="large" label={<ModelName model={prediction.model} />} value={format(prediction.model, prediction.score)}
        note={rangeOf(prediction, format)} />
      {prediction.reasons?.length ? <Reasons reasons={prediction.reasons} /> : <p className="quiet">Its version is not there any more, and cannot say why.</p>}
      <Facts facts={[
        ['Answered', <RelativeTime key="at" at={prediction.at} />],
        ['By', `version ${prediction.version}${prediction.arm === 'champion' ? '' : `, ${prediction.arm}`}`],
        ...(prediction.quick_score == null ? [] : [['Said first', format(prediction.model, prediction.quick_score)] as const]),
        ['Came true', label == null ? <span key="label" className="quiet">still open</span> : format(prediction.model, label)],
        ['Window closes', matures_at ? <RelativeTime key="matures" at={matures_at} /> : 'once an outcome is reported'],
        ['Prediction', <code key="id">{prediction.prediction_id}</code>],
      ]} />
      <DataTable name={`Inputs of ${prediction.prediction_id}`} columns={columns} rows={rows} keyOf={(row) => row.name} height={400} />
    </Rows>
  );
}

function inputsOf(inputs: unknown): Input[] {
  if (typeof inputs !== 'object' || inputs === null) return [];
  return Object.entries(inputs).map(([name, value]) => ({ name, value: typeof value === 'number' || typeof value === 'string' ? value : value === null ? null : JSON.stringify(value) }));
}
