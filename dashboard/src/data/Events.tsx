import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { count, figures } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import type { EventTypeStats } from '../wire/types';

const columns: ReadonlyArray<Column<EventTypeStats>> = [
  { key: 'type', header: 'Type', value: (row) => row.type, grow: true },
  { key: 'count', header: 'Events', value: (row) => row.count, align: 'right', show: (row) => count(row.count) },
  { key: 'value', header: 'Sum of values', value: (row) => row.value_sum, align: 'right', show: (row) => figures(row.value_sum, 7) },
  { key: 'first', header: 'First', value: (row) => row.first, align: 'right', show: (row) => <RelativeTime at={row.first} /> },
  { key: 'last', header: 'Last', value: (row) => row.last, align: 'right', show: (row) => <RelativeTime at={row.last} /> },
];

/** Events by type. */
export function Events({ events }: { events: readonly EventTypeStats[] }) {
  return (
    <Card title="Events by type">
      <DataTable name="Types of events" columns={columns} rows={events} keyOf={(row) => row.type}
        empty={<EmptyState title="No event yet" command="coppice import events orders.csv">What customers do appears here by type: purchases, visits, returns.</EmptyState>} />
    </Card>
  );
}
