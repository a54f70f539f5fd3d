import { Button, Progress, Select } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { ErrorState } from '../parts/ErrorState';
import { Line } from '../parts/Line';
import { percent } from '../parts/numbers';
import { Rows } from '../parts/Rows';
import { actingAs } from '../wire/acting';
import { withQuery } from '../wire/request';
import { useStatus } from '../wire/queries';
import { sendFile } from '../wire/sending';
import { askedOf, type Asked } from './answers';
import { AnswersCard } from './AnswersCard';
import { DropZone } from './DropZone';
import { FirstRows } from './FirstRows';
import { tableBeginning } from './tableBeginning';

const looked = 64 * 1024;

/** A table of customers or notes in, a score about each out. */
export function PredictTab() {
  const client = useQueryClient();
  const status = useStatus();
  const [file, setFile] = useState<File | null>(null);
  const [model, setModel] = useState<string | null>(null);
  const [column, setColumn] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController | null>(null);
  const beginning = useQuery({
    queryKey: ['beginning', 'of a file', file?.name, file?.size, file?.lastModified],
    queryFn: async () => tableBeginning(await file!.slice(0, looked).text()),
    enabled: file !== null,
    staleTime: Infinity,
    gcTime: 0,
  });
  const models = status.data?.models.filter((one) => one.champion !== null).map((one) => one.model) ?? [];

  function take(next: File) {
    setFile(next);
    setColumn(null);
    setAsked(null);
    setError(null);
  }

  async function ask() {
    if (!file) return;
    setError(null);
    setAsked(null);
    setSent(0);
    stop.current = new AbortController();
    try {
      const path = withQuery('/predict', { file: file.name, model, map: column === null ? null : `customer=${column}`, explain: 3 });
      const reply = await sendFile(path, file, { signal: stop.current.signal, headers: actingAs(), onProgress: (done, total) => setSent(total === 0 ? 1 : done / total) });
      setAsked(askedOf(reply.status, reply.json));
    } catch (problem) {
      if (!(problem instanceof DOMException)) setError(problem);
    } finally {
      setSent(null);
      void client.invalidateQueries();
    }
  }

  if (status.data && models.length === 0) {
    return <EmptyState title="No version answers yet" command="coppice retrain">Import events or labelled rows first; once a first version has been trained, it answers here about every customer of a table.</EmptyState>;
  }
  return (
    <Rows gap="large">
      <Card live={false} title="The customers" note="A column of customers is enough; other columns take the place of what is known of them. Notes are kept as the customers' own.">
        <Rows>
          <DropZone label="Drop a table of customers or notes here" note="Every answer is recorded, and judged once it is known what came true." file={file} onFile={take} />
          {beginning.data && file && <FirstRows name={file.name} columns={beginning.data.columns} rows={beginning.data.rows} />}
          {file && (
            <Line>
              <Select label="Customer" placeholder="found by its name" clearable searchable data={[...new Set(beginning.data?.columns ?? [])].filter((one) => one !== '')} value={column} onChange={setColumn} w={208} />
              <Select label="Model" placeholder="every model" clearable data={models} value={model} onChange={setModel} w={208} />
              <Button onClick={() => void ask()} loading={sent !== null}>Predict</Button>
            </Line>
          )}
          {sent !== null && (
            <Rows gap="small">
              <Progress value={sent * 100} animated={sent >= 1} aria-label="Sent" radius="xl" />
              <Line>
                <span className="quiet" role="status">{sent < 1 ? `${percent(sent)} sent` : 'The server answers row by row.'}</span>
                <Button variant="default" size="compact-sm" onClick={() => stop.current?.abort()}>Stop</Button>
              </Line>
            </Rows>
          )}
          {error !== null && <ErrorState error={error} onRetry={() => void ask()} />}
        </Rows>
      </Card>
      {asked && <AnswersCard asked={asked} file={file?.name ?? 'predictions.csv'} />}
    </Rows>
  );
}
