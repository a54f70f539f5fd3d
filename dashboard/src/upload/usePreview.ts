import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ImportPreview } from '../wire/types';
import { ask, withQuery } from '../wire/request';
import { mapParameters, type Mapping } from './mapping';

const mostBytes = 1 << 20;

/** What an import would make of a file, from its beginning; stores nothing. What was found last stays while it is looked at anew. */
export const usePreview = (file: File | null, kind: string, model: string | null, mapping: Mapping) => useQuery<ImportPreview>({
  queryKey: ['import-preview', 'of a file', file?.name, file?.size, file?.lastModified, kind, model, mapping],
  queryFn: async ({ signal }) => {
    const beginning = file!.slice(0, mostBytes);
    const path = withQuery('/v1/imports/preview', { kind, name: file!.name, size: file!.size, model }) + mapParameters(mapping).map((one) => `&map=${encodeURIComponent(one)}`).join('');
    const answer = await ask(path, { method: 'POST', body: beginning, headers: { 'content-type': 'text/csv' }, signal });
    return await answer.json() as ImportPreview;
  },
  enabled: file !== null,
  staleTime: Infinity,
  gcTime: 0,
  placeholderData: keepPreviousData,
});
