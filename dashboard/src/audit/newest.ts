import { keys } from '../wire/keys';
import { useAnswer } from '../wire/queries';
import { withQuery } from '../wire/request';
import type { AuditPage } from '../wire/types';

/** The number of the newest entry, whatever the list shows; null while there is none. */
export const useNewestPosition = (): number | null =>
  useAnswer<AuditPage>(keys.audit('newest'), withQuery('/v1/audit', { limit: 1 })).data?.entries[0]?.position ?? null;
