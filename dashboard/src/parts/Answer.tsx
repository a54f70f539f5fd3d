import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState';
import { Loading } from './Loading';

interface Props<T> {
  query: UseQueryResult<T>;
  shape: 'line' | 'text' | 'table' | 'chart' | 'card';
  height?: number;
  children: (data: T) => ReactNode;
}

/** What the server answered; until then its shape; where it could not, why. What is there stays while it is asked again. */
export function Answer<T>({ query, shape, height, children }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading shape={shape} height={height} />;
}
