import { Button, Progress } from '@mantine/core';
import { ErrorState } from '../parts/ErrorState';
import { Line } from '../parts/Line';
import { count, percent } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { Rows } from '../parts/Rows';
import { StatusWord } from '../parts/StatusWord';
import { useAction } from '../wire/actions';
import { request } from '../wire/request';
import type { BatchResponse } from '../wire/types';
import { shareOf } from './answers';

/** How far a batch is: rows answered, then first answers replaced by the versions' own. */
export function BatchProgress({ batch }: { batch: BatchResponse }) {
  const cancel = useAction(() => request<BatchResponse>(`/v1/batches/${batch.id}/cancel`, { method: 'POST' }));
  const share = shareOf(batch);
  const isOver = ['done', 'failed', 'cancelled'].includes(batch.state);
  if (batch.state === 'failed') return <ErrorState error={batch.error ?? `Batch ${batch.id} failed.`} />;
  return (
    <Rows gap="small">
      {!isOver && <Progress value={(share ?? 1) * 100} animated={share === null} aria-label="Progress" radius="xl" />}
      <Line>
        <StatusWord state={batch.state} />
        <span className="quiet" role="status">
          {batch.refinement
            ? `${count(batch.refinement.refined)} of ${count(batch.refinement.answers)} first answers replaced by the version's own`
            : `${count(batch.rows_done)}${batch.rows_total === null ? '' : ` of ${count(batch.rows_total)}`} rows answered${share === null ? '' : `, ${percent(share)}`}`}
          {batch.finishes_at && !isOver && <> · done <RelativeTime at={batch.finishes_at} /></>}
        </span>
        {!isOver && <Button variant="default" size="compact-sm" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>Stop</Button>}
      </Line>
      {cancel.error && <ErrorState error={cancel.error} />}
    </Rows>
  );
}
