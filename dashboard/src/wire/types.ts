/** What travels, as docs/openapi.json describes it: npm run types writes it anew. */
export type * from '../../.generated/types';
