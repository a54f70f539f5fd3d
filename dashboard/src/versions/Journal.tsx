import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { RelativeTime } from '../parts/RelativeTime';
import { StatusWord } from '../parts/StatusWord';
import { useDeployments } from '../wire/queries';
import type { DeploymentResponse } from '../wire/types';
import { RollBack } from './RollBack';
import { useUndo } from './useUndo';

const columns: Array<Column<DeploymentResponse>> = [
  { key: 'number', header: '#', align: 'right', value: (row) => row.number },
  { key: 'kind', header: 'What', value: (row) => row.kind, show: (row) => <StatusWord state={row.kind} tone={row.kind === 'rollback' ? 'watch' : 'good'} /> },
  { key: 'change', header: 'Change', value: (row) => `${row.from ?? 'none'} → ${row.to}` },
  { key: 'at', header: 'When', value: (row) => row.at, show: (row) => <RelativeTime at={row.at} /> },
  { key: 'by', header: 'By', value: (row) => row.by },
  { key: 'reason', header: 'Why', value: (row) => row.reason, grow: true },
];

/** Who answered when, and why; the newest change can be undone. */
export function Journal({ model, champion }: { model: string; champion: string | null }) {
  const deployments = useDeployments(model);
  const undoTo = useUndo(model, champion);
  return (
    <Card title="Who answered when" note="The journal of champions. It is only ever added to." aside={champion && undoTo ? <RollBack model={model} from={champion} to={undoTo} word={`Undo: back to ${undoTo}`} /> : undefined}>
      <Answer query={deployments} shape="table">
        {(data) => <DataTable name={`Champions of ${model}`} columns={columns} rows={data} keyOf={(row) => row.number} empty={<EmptyState title="Nobody has answered yet">Each promotion and rollback is a line here, with who, when and why.</EmptyState>} />}
      </Answer>
    </Card>
  );
}
