import { useInfiniteQuery, useQuery, type UseInfiniteQueryResult, type InfiniteData } from '@tanstack/react-query';
import { keys } from './keys';
import { useAnswer } from './queries';
import { part, request, withQuery } from './request';
import type { TimelinePage } from './types';
import type {
  AlertList, AuditPage, AuditPlace, BatchPage, BatchResponse, CustomerPage, CustomerResponse, DriftResponse, ImportList, InboxFileResponse, PredictionDetails,
} from './types';

/** Page after page: what each page names as the next is asked for when the end is reached. */
function usePages<Page, Place>(
  key: readonly unknown[], path: (place: Place | null) => string, next: (page: Page) => Place | null,
): UseInfiniteQueryResult<InfiniteData<Page>> {
  return useInfiniteQuery<Page, Error, InfiniteData<Page>, readonly unknown[], Place | null>({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => request<Page>(path(pageParam as Place | null), { signal }),
    initialPageParam: null,
    getNextPageParam: next,
  });
}

export const useDrift = (model: string) => useAnswer<DriftResponse>(keys.drift(model), `/v1/models/${part(model)}/drift`);

export const useImports = (kind: string | null, state: string | null) => usePages<ImportList, number>(
  keys.imports({ kind, state }), (before) => withQuery('/v1/imports', { kind, state, before, limit: 100 }), (page) => page.before);

export const useInbox = () => useAnswer<InboxFileResponse[]>(keys.inbox, '/v1/inbox', { every: 10_000 });
export const useBatches = () => useAnswer<BatchPage>(keys.batches, withQuery('/v1/batches', { limit: 20 }));

const isOver = (batch: BatchResponse | undefined) => batch !== undefined && ['done', 'failed', 'cancelled'].includes(batch.state);

/** Asked for every second until it ends. */
export const useBatch = (id: number | null) => useQuery<BatchResponse>({
  queryKey: keys.batch(id ?? 0),
  queryFn: ({ signal }) => request<BatchResponse>(`/v1/batches/${id}`, { signal }),
  enabled: id !== null,
  refetchInterval: (query) => (isOver(query.state.data) ? false : 1_000),
});

export const useCustomers = (search: string) => usePages<CustomerPage, string>(
  // Of no model: a long list is not asked for again, page by page, whenever one of them changes.
  ['customers', 'of a search', search], (after) => withQuery('/v1/customers', { search, after, limit: 500 }), (page) => page.next);

export const useCustomer = (key: string) => useAnswer<CustomerResponse>(keys.customer(key), `/v1/customers/${part(key)}`);

export const useTimeline = (key: string) => usePages<TimelinePage, string>(
  keys.timeline(key), (before) => withQuery(`/v1/customers/${part(key)}/timeline`, { before, limit: 100 }), (page) => page.next);

export const usePrediction = (id: string | null) =>
  useAnswer<PredictionDetails>(keys.prediction(id ?? ''), `/v1/predictions/${part(id ?? '')}`, { enabled: id !== null });

export const useAlerts = (state: 'open' | 'all') => useAnswer<AlertList>(keys.alerts(state), withQuery('/v1/alerts', { state }), { every: 10_000 });

export const useAudit = (model: string | null, kind: string | null) => usePages<AuditPage, number>(
  keys.audit({ model, kind }), (before) => withQuery('/v1/audit', { model, kind, before, limit: 100 }), (page) => page.next);

export const useAuditPlace = (position: number | null) =>
  useAnswer<AuditPlace>(keys.audit({ position }), `/v1/audit/${position}`, { enabled: position !== null });

