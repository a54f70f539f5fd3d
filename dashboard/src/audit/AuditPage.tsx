import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { Line } from '../parts/Line';
import { Page } from '../parts/Page';
import { RelativeTime } from '../parts/RelativeTime';
import { RowButton } from '../parts/RowButton';
import { useAudit } from '../wire/pages';
import { useStatus } from '../wire/queries';
import type { AuditEntry } from '../wire/types';
import { useMore } from '../wire/useMore';
import { Chain } from './Chain';
import { deedOf, gistOf, kinds } from './deeds';
import { EntryPanel } from './EntryPanel';

export default function AuditPage() {
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<AuditEntry | null>(null);
  const status = useStatus();
  const model = search.get('model');
  const kind = search.get('kind');
  const audit = useAudit(model, kind);
  const more = useMore(audit);
  const rows = useMemo(() => audit.data?.pages.flatMap((page) => page.entries) ?? [], [audit.data]);
  const filter = (name: string, value: string | null) => setSearch((before) => {
    const next = new URLSearchParams(before);
    if (value === null) next.delete(name);
    else next.set(name, value);
    return next;
  });
  const columns: ReadonlyArray<Column<AuditEntry>> = [
    { key: 'position', header: 'Entry', value: (row) => row.position, align: 'right', show: (row) => <RowButton onClick={() => setOpen(row)}>{row.position}</RowButton> },
    { key: 'at', header: 'When', value: (row) => row.at, show: (row) => <RelativeTime at={row.at} /> },
    { key: 'actor', header: 'Who', value: (row) => row.actor },
    {
      key: 'what', header: 'Did what', value: (row) => [deedOf(row.kind), row.subject, gistOf(row)].join(' '), grow: true,
      show: (row) => <>{deedOf(row.kind)} <strong>{row.subject}</strong> <span className="quiet">{gistOf(row)}</span></>,
    },
  ];
  return (
    <Page title="Audit" question="Who did what, when and why?">
      <Chain />
      <Card title="Entries" note="Newest first. Nothing in it is ever changed or taken out.">
        <Line>
          <Select aria-label="Model" placeholder="Every model" size="xs" clearable data={status.data?.models.map((one) => one.model) ?? []} value={model} onChange={(value) => filter('model', value)} w={144} />
          <Select aria-label="What was done" placeholder="Every deed" size="xs" clearable searchable data={[...kinds]} value={kind} onChange={(value) => filter('kind', value)} w={160} />
        </Line>
        <Answer query={audit} shape="table" height={480}>
          {() => (
            <DataTable name="Audit" columns={columns} rows={rows} keyOf={(row) => row.position} onEnd={more} onOpen={setOpen} height={640}
              empty={model || kind
                ? <EmptyState title="No entry of this kind">Choose another model or deed to see others.</EmptyState>
                : <EmptyState title="Nothing has been done yet">Every import, run, promotion, roll-back, approval and change of settings appears here.</EmptyState>} />
          )}
        </Answer>
        {audit.isFetchingNextPage && <p className="note" role="status">Older ones are coming.</p>}
      </Card>
      <EntryPanel entry={open} onClose={() => setOpen(null)} />
    </Page>
  );
}
