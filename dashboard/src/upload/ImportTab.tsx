import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { Rows } from '../parts/Rows';
import { useStatus } from '../wire/queries';
import type { ImportReport } from '../wire/types';
import { DropZone } from './DropZone';
import { ImportResult } from './ImportResult';
import { kindByName, kindOf, kinds } from './kinds';
import { chooseConstant, type Mapping } from './mapping';
import { PreviewCards } from './PreviewCards';
import { SendCard } from './SendCard';
import { usePreview } from './usePreview';

/** A file of what happened: looked at first, stored when told to. */
export function ImportTab() {
  const [file, setFile] = useState<File | null>(null);
  const [word, setWord] = useState('events');
  const [model, setModel] = useState<string | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [accepted, setAccepted] = useState<readonly string[]>([]);
  const [report, setReport] = useState<ImportReport | null>(null);
  const kind = kindOf(word);
  const status = useStatus();
  const preview = usePreview(report ? null : file, kind.kind, model, mapping);

  function take(next: File) {
    setFile(next);
    setWord(kindByName(next.name) ?? word);
    setReport(null);
    setAccepted([]);
    if (next.name !== file?.name) setMapping({});
  }

  function choose(next: string) {
    setWord(next);
    setMapping({});
    setAccepted([]);
  }

  if (report && file) return <ImportResult report={report} file={file} onNext={() => { setReport(null); setFile(null); }} />;
  return (
    <Rows gap="large">
      <Card live={false} title="The file" note={`One row is ${kind.row}.`}>
        <Rows>
          <SegmentedControl aria-label="What the file brings" value={word} onChange={choose} data={kinds.map((one) => ({ value: one.kind, label: one.label }))}
            withItemsBorders={false} fullWidth={false} style={{ alignSelf: 'flex-start', maxWidth: '100%', overflowX: 'auto' }} />
          <DropZone label="Drop a table here" note="CSV, tab-separated or NDJSON. Nothing is stored before you have seen what it holds." file={file} onFile={take} />
          {kind.kind === 'events' && file && !preview.data?.columns.some((column) => column.used_as === 'type') && (
            <TextInput label="Type of every row" description="The table has no column that says what happened; without a word here its rows are purchases." placeholder="purchase" maw={320}
              defaultValue={mapping['type:'] ?? ''} onBlur={(event) => setMapping(chooseConstant(mapping, 'type', event.currentTarget.value))} />
          )}
          {kind.kind === 'labels' && (
            <Select label="For the model" placeholder="whichever learns from its columns" clearable maw={320} value={model} onChange={setModel}
              data={status.data?.models.map((one) => one.model) ?? []} />
          )}
        </Rows>
      </Card>
      {file === null
        ? <EmptyState title="What then happens">The first rows, what each column is taken for, and everything that is not as it was in earlier files. You correct it, then import it; sending a file twice changes nothing.</EmptyState>
        : (
          <>
            <PreviewCards file={file} kind={kind} preview={preview} mapping={mapping} onMapping={setMapping} accepted={accepted}
              onAccept={(code, isAccepted) => setAccepted(isAccepted ? [...accepted, code] : accepted.filter((one) => one !== code))} />
            <SendCard key={`${file.name} ${file.lastModified}`} file={file} kind={kind} model={model} mapping={mapping} accepted={accepted} preview={preview.data ?? null} onDone={setReport} />
          </>
        )}
    </Rows>
  );
}
