import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Fetches the next page once the end of a list is in view. */
export function useMore({ hasNextPage, isFetchingNextPage, fetchNextPage }: UseInfiniteQueryResult): () => void {
  return useCallback(() => { if (hasNextPage && !isFetchingNextPage) void fetchNextPage(); }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
}
