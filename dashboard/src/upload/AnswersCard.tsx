import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Card } from '../parts/Card';
import { download } from '../parts/download';
import { ErrorState } from '../parts/ErrorState';
import { count, plural } from '../parts/numbers';
import { Rows } from '../parts/Rows';
import { toCsv } from '../parts/table';
import { useBatch } from '../wire/pages';
import { ask, request } from '../wire/request';
import type { AnsweringVersion, PredictFileResponse } from '../wire/types';
import { AnswersTable, fileColumnsOf } from './AnswersTable';
import { batchOf, type Asked } from './answers';
import { BatchProgress } from './BatchProgress';
import { RejectedRows } from './RejectedRows';

const mostShown = 20_000;

/** What was answered: at once, and again once the versions have taken the place of what their companions said. */
export function AnswersCard({ asked, file }: { asked: Asked; file: string }) {
  const id = batchOf(asked);
  const batch = useBatch(id);
  const [error, setError] = useState<unknown>(null);
  const isDone = batch.data?.state === 'done';
  const isShown = (batch.data?.rows_total ?? 0) <= mostShown;
  const result = useQuery<PredictFileResponse>({
    queryKey: ['batch result', null, id],
    queryFn: ({ signal }) => request<PredictFileResponse>(`/v1/batches/${id}/result`, { signal }),
    enabled: id !== null && isDone && isShown,
    staleTime: Infinity,
  });
  const answers = result.data ?? (asked.state === 'waiting' ? null : asked.answers);
  const place = useCardFocus();

  async function save() {
    setError(null);
    try {
      if (id === null && answers) download(named(file), toCsv(answers.predictions, fileColumnsOf(answers.predictions)));
      else download(named(file), await (await ask(`/v1/batches/${id}/result`, { headers: { accept: 'text/csv' } })).text());
    } catch (problem) {
      setError(problem);
    }
  }

  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      <Card live={false} title={answers ? `${plural(answers.predictions.length, 'answer')} about ${plural(answers.rows, 'row')}` : 'Answers are on their way'}
        note={answers && <Answered models={answers.models} kept={answers.notes_kept} />}
        aside={(answers ?? isDone) && <Button variant="default" onClick={() => void save()}>{isDone || id === null ? 'Download as CSV' : 'Download what is there'}</Button>}>
        <Rows>
          {batch.data && <BatchProgress batch={batch.data} />}
          {batch.error && <ErrorState error={batch.error} onRetry={() => void batch.refetch()} />}
          {error !== null && <ErrorState error={error} onRetry={() => void save()} />}
          {result.isFetching && <p className="quiet" role="status">The version's own answers are being fetched.</p>}
          {result.error && <ErrorState error={result.error} onRetry={() => void result.refetch()} />}
          {answers && <AnswersTable predictions={answers.predictions} />}
          {isDone && !isShown && <p className="quiet">{count(batch.data?.rows_total)} rows are too many to show; the download holds them all.</p>}
          {answers && answers.rejects.length > 0 && <RejectedRows name={file} rejects={answers.rejects} />}
        </Rows>
      </Card>
    </div>
  );
}

function Answered({ models, kept }: { models: readonly AnsweringVersion[]; kept: number | null | undefined }) {
  return <>{models.map((one) => `${one.model} ${one.version}${one.quick ? `, ${one.quick} first` : ''}`).join(' · ')}{kept ? ` · ${plural(kept, 'new note')} kept` : ''}</>;
}

const named = (file: string) => `${file.replace(/\.[a-z]+$/i, '')}-predictions.csv`;

// The result appears where the action was, and is told to who cannot see it.
function useCardFocus() {
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  useEffect(() => element?.focus({ preventScroll: true }), [element]);
  return setElement;
}
