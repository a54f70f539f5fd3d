import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { Line } from '../parts/Line';
import { count } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { RowButton } from '../parts/RowButton';
import { StatusWord } from '../parts/StatusWord';
import { useImports } from '../wire/pages';
import type { ImportResponse } from '../wire/types';
import { useMore } from '../wire/useMore';
import { ImportPanel } from './ImportPanel';

const kinds = ['events', 'profiles', 'notes', 'outcomes', 'examples'];

/** What came in, newest first, with what was noticed. */
export function Imports() {
  const [kind, setKind] = useState<string | null>(null);
  const [state, setState] = useState<string | null>(null);
  const [open, setOpen] = useState<ImportResponse | null>(null);
  const imports = useImports(kind, state);
  const more = useMore(imports);
  const rows = useMemo(() => imports.data?.pages.flatMap((page) => page.imports) ?? [], [imports.data]);
  const columns: ReadonlyArray<Column<ImportResponse>> = [
    { key: 'file', header: 'File', value: (row) => row.file, grow: true, show: (row) => <RowButton onClick={() => setOpen(row)}>{row.file}</RowButton> },
    { key: 'at', header: 'Came', value: (row) => row.at, show: (row) => <RelativeTime at={row.at} /> },
    { key: 'kind', header: 'Brings', value: (row) => (row.kind === 'examples' ? 'labelled rows' : row.kind) },
    { key: 'state', header: 'State', value: (row) => row.state, show: (row) => <StatusWord state={row.state} /> },
    { key: 'findings', header: 'Noticed', value: (row) => row.findings.length, show: (row) => <Noticed row={row} /> },
    { key: 'imported', header: 'New', value: (row) => row.imported, align: 'right', show: (row) => count(row.imported) },
    { key: 'known', header: 'Known', value: (row) => row.already_known, align: 'right', show: (row) => count(row.already_known) },
    { key: 'aside', header: 'Set aside', value: (row) => row.set_aside, align: 'right', show: (row) => count(row.set_aside) },
    { key: 'actor', header: 'By', value: (row) => row.actor },
  ];
  return (
    <Card title="Files that came in" note="Each is held against those of its kind before it; what is not as it was, was noticed.">
      <Line>
        <Select aria-label="Kind" placeholder="Every kind" size="xs" clearable data={kinds.map((value) => ({ value, label: value === 'examples' ? 'labelled rows' : value }))} value={kind} onChange={setKind} w={144} />
        <Select aria-label="State" placeholder="Any state" size="xs" clearable data={['imported', 'refused']} value={state} onChange={setState} w={128} />
      </Line>
      <Answer query={imports} shape="table">
        {() => (
          <DataTable name="Imports" columns={columns} rows={rows} keyOf={(row) => row.id} onEnd={more} onOpen={setOpen}
            empty={kind || state
              ? <EmptyState title="No file of this kind and state">Choose another kind or state to see others.</EmptyState>
              : <EmptyState title="No file yet" command="coppice import events orders.csv">Every file that comes in, by upload, command or inbox, appears here with what was noticed about it.</EmptyState>} />
        )}
      </Answer>
      <ImportPanel file={open} onClose={() => setOpen(null)} />
    </Card>
  );
}

function Noticed({ row }: { row: ImportResponse }) {
  if (row.findings.length === 0) return <span className="quiet">nothing</span>;
  const isBlocking = row.findings.some((finding) => finding.severity === 'blocking' && !finding.accepted);
  return <StatusWord state={isBlocking ? 'blocking' : 'warning'} word={`${row.findings.length} ${row.findings.length === 1 ? 'finding' : 'findings'}`} />;
}
