import { useLocation, useSearch } from 'wouter';
import { part } from '../wire/request';
import type { VersionResponse } from '../wire/types';
import { chosenOf, toggled } from './chosen';

/** The two versions held against each other: they stand in the address, so that they can be sent to somebody. */
export function useChosen(model: string, versions: readonly VersionResponse[] | undefined) {
  const [, go] = useLocation();
  const search = useSearch();
  const chosen = chosenOf(new URLSearchParams(search).get('compare'), versions ?? []);
  const toggle = (version: string) => {
    const next = toggled(chosen, version);
    go(`/models/${part(model)}/versions${next.length > 0 ? `?compare=${next.map(part).join(',')}` : '?compare='}`, { replace: true });
  };
  return { chosen, toggle };
}
