import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { PlainTable } from '../parts/PlainTable';
import { RelativeTime } from '../parts/RelativeTime';
import { StatusWord } from '../parts/StatusWord';
import type { Column } from '../parts/table';
import type { ChannelStatus } from '../wire/types';

const columns: ReadonlyArray<Column<ChannelStatus>> = [
  { key: 'channel', header: 'Way', value: (row) => row.channel },
  { key: 'target', header: 'To', value: (row) => row.target },
  { key: 'state', header: 'State', value: (row) => (row.error === null ? 'ok' : 'failing'), show: (row) => <StatusWord state={row.error === null ? 'ok' : 'failing'} /> },
  { key: 'error', header: 'Why', value: (row) => row.error, grow: true, show: (row) => (row.error === null ? <span className="quiet">–</span> : <>{row.error} Next attempt <RelativeTime at={row.next_attempt} />.</>) },
  { key: 'waiting', header: 'Waiting', value: (row) => row.waiting, align: 'right' },
  { key: 'given_up', header: 'Given up', value: (row) => row.given_up, align: 'right' },
  { key: 'sent', header: 'Last sent', value: (row) => row.last_sent, align: 'right', show: (row) => <RelativeTime at={row.last_sent} /> },
];

/** Who is told, and whether that works. */
export function Channels({ channels }: { channels: readonly ChannelStatus[] }) {
  return (
    <Card title="Who is told">
      {channels.length === 0
        ? <EmptyState title="Nobody is told, alerts are only listed">Name a webhook, an e-mail address or a file under <code>alerts:</code> in the <Link href="/settings?tab=definition">definition file</Link>.</EmptyState>
        : <PlainTable name="Ways of telling" columns={columns} rows={channels} keyOf={(row) => `${row.channel} ${row.target}`} />}
    </Card>
  );
}
