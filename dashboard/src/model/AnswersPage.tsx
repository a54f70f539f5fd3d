import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import { Card } from '../parts/Card';
import { useNow } from '../parts/clock';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { ErrorState } from '../parts/ErrorState';
import { Loading } from '../parts/Loading';
import { ModelTabs } from '../parts/ModelTabs';
import { decimal, figures, percent } from '../parts/numbers';
import { Page } from '../parts/Page';
import { RelativeTime } from '../parts/RelativeTime';
import { date } from '../parts/times';
import { keys } from '../wire/keys';
import { useStatus, useVersions } from '../wire/queries';
import { part, request, withQuery } from '../wire/request';
import type { AnswerPage, AnswerRow } from '../wire/types';

const pageSize = 500;

/** The rows behind a number: what was said to whom, and what came true. */
export default function AnswersPage() {
  const model = decodeURIComponent(useParams<{ model: string }>().model);
  const search = useSearch();
  const [, go] = useLocation();
  const now = useNow();
  const versions = useVersions(model);
  const isAmount = useStatus().data?.models.find((one) => one.model === model)?.predicts === 'amount';
  const filter = Object.fromEntries(['version', 'from', 'to', 'label', 'min_score', 'max_score'].map((name) => [name, new URLSearchParams(search).get(name)]));
  const rows = useInfiniteQuery({
    queryKey: keys.answers(model, filter),
    queryFn: ({ pageParam, signal }) => request<AnswerPage>(withQuery(`/v1/models/${part(model)}/answers`, { ...filter, cursor: pageParam, limit: pageSize }), { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
    staleTime: 60_000,
  });
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = rows;
  const more = useCallback(() => { if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  const set = (name: string, value: string) => go(withQuery(`/models/${part(model)}/answers`, { ...filter, [name]: value }), { replace: true });
  const figure = (value: number | null) => (value === null ? 'still open' : isAmount ? figures(value, 4) : value >= 0.5 ? 'came true' : 'did not');
  const columns: Array<Column<AnswerRow>> = [
    { key: 'at', header: 'Answered', value: (row) => row.answered_at, show: (row) => <RelativeTime at={row.answered_at} /> },
    { key: 'customer', header: 'Customer', value: (row) => row.customer, show: (row) => <Link href={`/customers/${part(row.customer)}`}>{row.customer}</Link> },
    { key: 'version', header: 'Version', value: (row) => row.version },
    { key: 'score', header: 'Said', align: 'right', value: (row) => row.score, show: (row) => (isAmount ? figures(row.score, 4) : decimal(row.score)) },
    { key: 'label', header: 'Came true', align: 'right', value: (row) => row.label, show: (row) => figure(row.label) },
    { key: 'matured', header: 'Known since', value: (row) => row.matured_at, show: (row) => <RelativeTime at={row.matured_at} /> },
    { key: 'id', header: 'Prediction', value: (row) => row.prediction_id },
  ];
  const shown = rows.data?.pages.flatMap((page) => page.answers) ?? [];
  const stretch = filter.from && filter.to ? `from ${date(Date.parse(filter.from), now)} to ${date(Date.parse(filter.to), now)}` : 'newest first';
  const scores = [filter.min_score && `scores from ${percent(Number(filter.min_score))}`, filter.max_score && `scores below ${percent(Number(filter.max_score))}`].filter(Boolean).join(', ');
  const isNarrowed = Boolean(filter.from || filter.min_score || filter.max_score);
  return (
    <Page title={`${model}: answers`} question="Which rows are behind the number?" below={<ModelTabs model={model} />}>
      <Card title="Answers" note={scores ? `${stretch} · ${scores}` : stretch} live={false} wraps aside={(
        <>
          <NativeSelect size="xs" aria-label="Version" value={filter.version ?? ''} onChange={(event) => set('version', event.currentTarget.value)}
            data={[{ value: '', label: 'all versions' }, ...(versions.data ?? []).map((version) => version.version)]} />
          <NativeSelect size="xs" aria-label="What came true" value={filter.label ?? ''} onChange={(event) => set('label', event.currentTarget.value)}
            data={[{ value: '', label: 'whatever came' }, { value: 'matured', label: 'known by now' }, { value: 'positive', label: isAmount ? 'above zero' : 'came true' }, { value: 'negative', label: isAmount ? 'zero' : 'did not come true' }, { value: 'open', label: 'still open' }]} />
          {isNarrowed && <Link href={`/models/${part(model)}/answers`}>All answers</Link>}
        </>
      )}>
        {rows.error ? <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />
          : rows.data ? (
            <DataTable name={`${model} answers`} columns={columns} rows={shown} keyOf={(row) => row.prediction_id} onEnd={more} height={640}
              empty={<EmptyState title="No such answers" command={`coppice predict ${model} customers.csv`}>Every recorded answer is a row here, with what came true once its label has matured.</EmptyState>} />
          ) : <Loading shape="card" height={640} />}
      </Card>
    </Page>
  );
}
