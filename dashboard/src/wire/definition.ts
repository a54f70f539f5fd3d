import { keepPreviousData, useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import { actingAs } from './acting';
import type { DefinitionChanged, DefinitionCheck, DefinitionHistory, DefinitionResponse } from './types';
import { keys } from './keys';
import { useAnswer } from './queries';
import { ask, request, withQuery } from './request';

const plain = { 'content-type': 'text/plain' };

export const useDefinition = () => useAnswer<DefinitionResponse>(keys.definition, '/v1/definition');

/** What is wrong with a text, or what it would change; nothing is written. What was found last stays while it is looked at anew. */
export const useDefinitionCheck = (text: string, enabled: boolean) => useQuery<DefinitionCheck>({
  queryKey: ['definition check', 'of a text', text],
  queryFn: async ({ signal }) => (await (await ask('/v1/definition/check', { method: 'POST', body: text, headers: plain, signal })).json()) as DefinitionCheck,
  enabled,
  gcTime: 0,
  placeholderData: keepPreviousData,
});

export const useDefinitionHistory = () => useInfiniteQuery<DefinitionHistory, Error, InfiniteData<DefinitionHistory>, readonly unknown[], number | null>({
  queryKey: keys.definitionHistory,
  queryFn: ({ pageParam, signal }) => request<DefinitionHistory>(withQuery('/v1/definition/history', { before: pageParam, limit: 50 }), { signal }),
  initialPageParam: null,
  getNextPageParam: (page) => page.next,
});

/** Writes the file, unless somebody else has written it since the text it was made from. */
export async function writeDefinition(text: string, madeFrom: string, given: { reason: string; person: string }): Promise<DefinitionChanged> {
  const answer = await ask(withQuery('/v1/definition', { reason: given.reason }), {
    method: 'PUT', body: text, headers: { ...plain, 'if-match': `"${madeFrom}"`, ...actingAs(given.person) },
  });
  return (await answer.json()) as DefinitionChanged;
}
