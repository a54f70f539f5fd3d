import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Card } from '../parts/Card';
import { ErrorState } from '../parts/ErrorState';
import { Findings } from '../parts/Findings';
import { Line } from '../parts/Line';
import { Loading } from '../parts/Loading';
import { count } from '../parts/numbers';
import { StatusWord } from '../parts/StatusWord';
import type { ImportPreview } from '../wire/types';
import { Columns } from './Columns';
import { FirstRows } from './FirstRows';
import type { Kind } from './kinds';
import { choose, proposalOf, withoutCommand, type Mapping } from './mapping';
import { RejectedRows } from './RejectedRows';

interface Props {
  file: File;
  kind: Kind;
  preview: UseQueryResult<ImportPreview>;
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
  accepted: readonly string[];
  onAccept: (code: string, isAccepted: boolean) => void;
}

/** What the file holds, what its columns are taken for, and what is not as it was. */
export function PreviewCards({ file, kind, preview, mapping, onMapping, accepted, onAccept }: Props) {
  if (preview.error) return <Card live={false} title="The file was not looked at"><ErrorState error={preview.error} onRetry={() => void preview.refetch()} /></Card>;
  if (!preview.data) return <Loading shape="card" />;
  const { columns, rows, findings, problem, rejects } = preview.data;
  const blocking = findings.filter((finding) => finding.severity === 'blocking');
  const proposal = problem === null ? null : proposalOf(problem, columns.map((column) => column.name));
  const state = problem ? 'failed' : blocking.length > 0 ? 'blocking' : findings.length > 0 ? 'warning' : 'right';
  return (
    <>
      <Card live={false} title="What was noticed" aside={<StatusWord state={state} word={wordOf(state)} filled />}
        note={preview.data.rows_read > 0 && `From ${preview.data.rows_read === 1 ? 'the first row' : `the first ${count(preview.data.rows_read)} rows`}; the rest is looked at when it comes in.`}>
        {problem && <ErrorState error={withoutCommand(problem)} />}
        {proposal && <Line><Button size="xs" onClick={() => onMapping(choose(mapping, proposal.column, proposal.role))}>Take {proposal.column} as the {proposal.role.replaceAll('_', ' ')}</Button></Line>}
        {findings.length > 0 && <Findings findings={findings} accepted={accepted} onAccept={onAccept} />}
        {!problem && findings.length === 0 && <p className="quiet">{rejects.length === 0 ? 'Everything is as it is to be.' : 'The columns are as they are to be; some rows are not.'}</p>}
        {preview.data.set_aside > 0 && <p>{count(preview.data.set_aside)} of them would be set aside:</p>}
        {rejects.length > 0 && <RejectedRows name={file.name} rejects={rejects} />}
      </Card>
      {columns.length > 0 && (
        <Card live={false} title="What each column is" note="Found by its name. Choose another where that is wrong.">
          <Columns kind={kind} columns={columns} mapping={mapping} onChange={onMapping} rowsRead={preview.data.rows_read} state={problem === null ? 'found' : 'open'} />
        </Card>
      )}
      {rows.length > 0 && (
        <Card live={false} title="The first rows"><FirstRows name={file.name} columns={columns.map((column) => column.name)} rows={rows} /></Card>
      )}
    </>
  );
}

function wordOf(state: string): string {
  switch (state) {
    case 'failed': return 'cannot be imported like this';
    case 'blocking': return 'would be refused';
    case 'warning': return 'can be imported';
    default: return 'ready';
  }
}
