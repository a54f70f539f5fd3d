import { useDeployments } from '../wire/queries';

/** The champion before, where the newest change of champion can be taken back; null where there is nothing to take back. */
export function useUndo(model: string, champion: string | null): string | null {
  const newest = useDeployments(model).data?.[0];
  return newest && newest.to === champion && newest.kind !== 'rollback' ? newest.from : null;
}
