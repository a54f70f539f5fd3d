import { Checkbox } from '@mantine/core';
import { DataTable, type Column } from '../parts/DataTable';
import { metricOf } from '../parts/metrics';
import { bytes, count } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { StatusWord } from '../parts/StatusWord';
import type { VersionResponse } from '../wire/types';
import { VersionActions } from './VersionActions';
import classes from './VersionTable.module.css';

interface Props {
  model: string;
  versions: readonly VersionResponse[];
  metric: string | null;
  chosen: readonly string[];
  onToggle: (version: string) => void;
  undoTo: string | null;
}

export function VersionTable({ model, versions, metric: headline, chosen, onToggle, undoTo }: Props) {
  const metric = metricOf(headline);
  const champion = versions.find((version) => version.role === 'champion')?.version ?? null;
  const valueOf = (version: VersionResponse) => (headline === null ? null : version.metrics[headline] ?? null);
  const columns: Array<Column<VersionResponse>> = [
    {
      key: 'version', header: 'Version', value: (row) => row.version,
      show: (row) => (
        <Checkbox size="xs" radius="xs" label={<span className={classes.version}>{row.version}{row.pinned ? ' · pinned' : ''}</span>} checked={chosen.includes(row.version)} disabled={row.role === 'pruned'}
          onChange={() => onToggle(row.version)} aria-label={`Compare ${row.version}`} />
      ),
    },
    { key: 'role', header: 'Role', value: (row) => row.role, show: (row) => <Role version={row} /> },
    { key: 'decision', header: 'Decision', value: (row) => row.decision, show: (row) => (row.decision ? <StatusWord state={row.override ? 'overridden' : row.decision} /> : <span className="quiet">never judged</span>) },
    { key: 'metric', header: metric.label, align: 'right', value: valueOf, show: (row) => metric.format(valueOf(row)) },
    { key: 'block', header: 'Judged on', align: 'right', value: (row) => row.block_rows, show: (row) => count(row.block_rows) },
    { key: 'strategy', header: 'Strategy', value: (row) => row.strategy, show: (row) => (row.parent ? `${row.strategy} of ${row.parent}` : row.strategy) },
    { key: 'rows', header: 'Learnt from', align: 'right', value: (row) => row.training_rows, show: (row) => count(row.training_rows) },
    { key: 'size', header: 'Size', align: 'right', value: (row) => row.size_bytes, show: (row) => bytes(row.size_bytes) },
    { key: 'made', header: 'Made', value: (row) => row.created_at, show: (row) => <RelativeTime at={row.created_at} /> },
    { key: 'actions', header: 'Actions', value: () => null, show: (row) => <VersionActions model={model} version={row} champion={champion} undoTo={undoTo} /> },
  ];
  return <DataTable name={`Versions of ${model}`} columns={columns} rows={versions} keyOf={(row) => row.version} isChosen={(row) => chosen.includes(row.version)} />;
}

function Role({ version }: { version: VersionResponse }) {
  if (version.role === 'champion') return <StatusWord state="champion" />;
  return <span className="quiet">{version.role}</span>;
}
