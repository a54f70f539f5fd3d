import type { PreviewColumn } from '../wire/types';

/** What a person chose: a role and the column that fills it. What is not chosen, the server finds by name. */
export type Mapping = Readonly<Record<string, string>>;

/** A column gets a role: it loses the one it had, and the role the column it had. Without a role, its choice is taken back. */
export function choose(mapping: Mapping, column: string, role: string | null): Mapping {
  const kept = Object.entries(mapping).filter(([oldRole, oldColumn]) => oldRole !== role && oldColumn !== column);
  return Object.fromEntries(role === null ? kept : [...kept, [role, column]]);
}

/** Every row has one value in a role, such as the type of an event; nothing typed takes it back. */
export function chooseConstant(mapping: Mapping, role: string, value: string): Mapping {
  const kept = Object.entries(mapping).filter(([oldRole]) => oldRole !== `${role}:`);
  return Object.fromEntries(value.trim() === '' ? kept : [...kept, [`${role}:`, value.trim()]]);
}

/** As the server reads it: role=column, and role:=value for all rows. */
export const mapParameters = (mapping: Mapping): string[] => Object.entries(mapping).map(([role, column]) => `${role}=${column}`);

/** The role shown beside a column: the one chosen, else the one the server found. */
export function roleOf(column: PreviewColumn, mapping: Mapping, roles: readonly string[]): string | null {
  const chosen = Object.entries(mapping).find(([, name]) => name === column.name)?.[0];
  if (chosen) return chosen;
  if (column.used_as === null || !roles.includes(column.used_as)) return null;
  // Another column was chosen for that role meanwhile.
  return column.used_as in mapping ? null : column.used_as;
}

/** Roles that no column fills yet. */
export function missingRoles(columns: readonly PreviewColumn[], mapping: Mapping, needed: readonly string[]): string[] {
  const filled = new Set(columns.map((column) => roleOf(column, mapping, needed)));
  return needed.filter((role) => !filled.has(role) && !(`${role}:` in mapping));
}

/** The choice that a sentence of the server proposes at its end: --map customer=buyer; null where it proposes none, or a column that is not there. */
export function proposalOf(sentence: string, columns: readonly string[]): { role: string; column: string } | null {
  const [, role, column] = /--map (\w+)=(.+?)\.?$/.exec(sentence) ?? [];
  return role && column && columns.includes(column) ? { role, column } : null;
}

/** The sentence without what only a command line needs. */
export const withoutCommand = (sentence: string): string => sentence.replace(/\s*Say which: --map .*$/, ' Say which below.');
