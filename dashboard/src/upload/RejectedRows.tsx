import { DataTable, type Column } from '../parts/DataTable';
import type { RejectedRow } from '../wire/types';

const columns: ReadonlyArray<Column<RejectedRow>> = [
  { key: 'line', header: 'Line', value: (row) => row.line, align: 'right' },
  { key: 'reason', header: 'Why', value: (row) => row.reason, grow: true },
  { key: 'text', header: 'The row as it stood', value: (row) => row.text, show: (row) => <code>{row.text.length > 80 ? `${row.text.slice(0, 80)}…` : row.text}</code> },
];

/** Rows that could not be used, with line and reason; downloaded, mended and imported again they count once. */
export function RejectedRows({ name, rejects }: { name: string; rejects: readonly RejectedRow[] }) {
  return <DataTable name={`Rows set aside of ${name}`} columns={columns} rows={rejects} keyOf={(row) => row.line} height={320} />;
}
