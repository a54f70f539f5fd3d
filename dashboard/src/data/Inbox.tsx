import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { count } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { StatusWord } from '../parts/StatusWord';
import { useInbox } from '../wire/pages';
import type { InboxFileResponse } from '../wire/types';

const columns: ReadonlyArray<Column<InboxFileResponse>> = [
  { key: 'name', header: 'File', value: (row) => row.name },
  { key: 'at', header: 'Read', value: (row) => row.at, show: (row) => <RelativeTime at={row.at} /> },
  { key: 'state', header: 'State', value: (row) => row.state, show: (row) => <StatusWord state={row.state} /> },
  { key: 'rows', header: 'New rows', value: (row) => row.report?.imported, align: 'right', show: (row) => count(row.report?.imported) },
  { key: 'reason', header: 'Why', value: (row) => row.reason, grow: true, show: (row) => row.reason ?? <span className="quiet">–</span> },
  { key: 'moved', header: 'Now in', value: (row) => row.moved_to, show: (row) => <code>{row.moved_to}</code> },
];

/** Files that were put into the folder: what was read is in the archive, what cannot be read beside its reason. */
export function Inbox() {
  const inbox = useInbox();
  return (
    <Card title="Inbox and archive" note="Files put into inbox/ of the workspace are read by themselves and move to archive/, by month; those refused to inbox/rejected/.">
      <Answer query={inbox} shape="table">
        {(files) => (
          <DataTable name="Inbox" columns={columns} rows={files} keyOf={(row) => `${row.name} ${row.at}`}
            empty={<EmptyState title="No file was put there yet" command="cp events-2026-11.csv inbox/">The first word of a file's name says what is in it: events, notes, profiles, outcomes or labels-churn.</EmptyState>} />
        )}
      </Answer>
    </Card>
  );
}
