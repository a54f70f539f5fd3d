interface Candidate {
  version: string;
  role: string;
}

/** The two that the address names; where it names none, the champion and the newest other that can still answer. */
export function chosenOf(asked: string | null, versions: readonly Candidate[]): string[] {
  if (asked !== null) return asked.split(',').filter((version) => versions.some((one) => one.version === version)).slice(0, 2);
  const champion = versions.find((one) => one.role === 'champion');
  const other = versions.find((one) => one.role !== 'champion' && one.role !== 'pruned');
  return champion && other ? [champion.version, other.version] : [];
}

/** One more, or one less; a third takes the place of the second. */
export function toggled(chosen: readonly string[], version: string): string[] {
  if (chosen.includes(version)) return chosen.filter((one) => one !== version);
  return chosen.length < 2 ? [...chosen, version] : [chosen[0]!, version];
}
