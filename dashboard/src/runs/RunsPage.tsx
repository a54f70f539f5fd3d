import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { ErrorState } from '../parts/ErrorState';
import { Loading } from '../parts/Loading';
import { ModelName } from '../parts/ModelName';
import { labelOf } from '../parts/metrics';
import { seconds } from '../parts/numbers';
import { Page } from '../parts/Page';
import { RelativeTime } from '../parts/RelativeTime';
import { StatusWord } from '../parts/StatusWord';
import { keys } from '../wire/keys';
import { useStatus } from '../wire/queries';
import { request, withQuery } from '../wire/request';
import type { RunList, RunResponse } from '../wire/types';
import { ForceRetrain } from './ForceRetrain';
import { secondsOf, sentenceOf, stateOf } from './runWords';
import { UnderWay } from './UnderWay';

const pageSize = 100;

const columns: Array<Column<RunResponse>> = [
  { key: 'id', header: 'Run', align: 'right', value: (run) => run.id, show: (run) => <Link href={`/runs/${run.id}`}>{run.id}</Link> },
  { key: 'model', header: 'Model', value: (run) => run.model, show: (run) => <ModelName model={run.model} /> },
  { key: 'state', header: 'Result', value: (run) => stateOf(run), show: (run) => <StatusWord state={stateOf(run)} /> },
  { key: 'version', header: 'Version', value: (run) => run.result?.version },
  { key: 'strategy', header: 'Strategy', value: (run) => run.strategy },
  { key: 'trigger', header: 'Because of', value: (run) => labelOf(run.trigger) },
  { key: 'started', header: 'Started', value: (run) => run.started_at, show: (run) => <RelativeTime at={run.started_at} /> },
  { key: 'took', header: 'Took', align: 'right', value: (run) => secondsOf(run), show: (run) => seconds(secondsOf(run)) },
  { key: 'sentence', header: 'What came of it', value: (run) => sentenceOf(run), grow: true },
];

export default function RunsPage() {
  const [model, setModel] = useState<string | null>(null);
  const status = useStatus();
  const [, go] = useLocation();
  const runs = useInfiniteQuery({
    queryKey: [...keys.runs(model), 'pages'],
    queryFn: ({ pageParam, signal }) => request<RunList>(withQuery('/v1/runs', { model, limit: pageSize, before: pageParam }), { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.before,
  });
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = runs;
  const more = useCallback(() => { if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return (
    <Page title="Runs" question="What is it learning?" actions={<ForceRetrain model={null} />}>
      <UnderWay status={status.data} />
      <Card title="All runs" note="Newest first: what started each, what it made, and why that answers or does not." wraps aside={(
        <NativeSelect size="xs" aria-label="Model" value={model ?? ''} onChange={(event) => setModel(event.currentTarget.value || null)}
          data={[{ value: '', label: 'all models' }, ...(status.data?.models ?? []).map((one) => one.model)]} />
      )}>
        {runs.error ? <ErrorState error={runs.error} onRetry={() => void runs.refetch()} />
          : runs.data ? (
            <DataTable name="Runs" columns={columns} rows={runs.data.pages.flatMap((page) => page.runs)} keyOf={(run) => run.id} onOpen={(run) => go(`/runs/${run.id}`)} onEnd={more} height={720}
              empty={<EmptyState title="No run yet" command="coppice retrain">Runs start by themselves once there are labels to learn from, or when somebody asks.</EmptyState>} />
          ) : <Loading shape="card" height={560} />}
      </Card>
    </Page>
  );
}
