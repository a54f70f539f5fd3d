import type { RejectedRow } from '../wire/types';

/** A file of the rows that were set aside, as they stood, under the header of the file they are from: mended, it can be imported. */
export function rejectedFile(beginning: string, rejects: readonly RejectedRow[]): string {
  const header = /^[^\r\n]*/.exec(beginning)?.[0] ?? '';
  // NDJSON has no header: its first line is a row like any other.
  const rows = rejects.map(({ text }) => text);
  return (header.trimStart().startsWith('{') ? rows : [header, ...rows]).join('\n') + '\n';
}

/** orders.csv becomes orders.rejected.csv */
export const rejectedName = (file: string): string => (/\.[a-z]+$/i.test(file) ? file.replace(/(\.[a-z]+)$/i, '.rejected$1') : `${file}.rejected.csv`);
