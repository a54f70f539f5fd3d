import { QueryClient } from '@tanstack/react-query';
import { Refusal } from './failures';

/** A refusal is an answer; only silence is worth asking again by itself. */
export function createClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        gcTime: 5 * 60_000,
        retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
        refetchOnWindowFocus: true,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
