import type { ReactNode } from 'react';

/** A cell's value: what is sorted by and what is downloaded. */
export type CellValue = string | number | null | undefined;

export interface Column<Row> {
  key: string;
  header: string;
  value: (row: Row) => CellValue;
  /** What is shown, where it is not the value itself. */
  show?: (row: Row) => ReactNode;
  /** Numbers stand right. */
  align?: 'left' | 'right';
  /** Takes what is left of the width, and wraps. */
  grow?: boolean;
}

export interface Sorting {
  key: string;
  down: boolean;
}

/** Sorted by a column; what has no value comes last either way; equals keep their order. */
export function sorted<Row>(rows: readonly Row[], columns: ReadonlyArray<Column<Row>>, sorting: Sorting | null): readonly Row[] {
  const column = sorting && columns.find(({ key }) => key === sorting.key);
  if (!sorting || !column) return rows;
  const sign = sorting.down ? -1 : 1;
  return [...rows].sort((first, second) => {
    const [a, b] = [column.value(first), column.value(second)];
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * String(a).localeCompare(String(b), undefined, { numeric: true });
  });
}

const isMissing = (value: CellValue): boolean => value === null || value === undefined || Number.isNaN(value);

/** RFC 4180; a cell that a spreadsheet would take for a formula is quoted with an apostrophe before it. */
export function toCsv<Row>(rows: readonly Row[], columns: ReadonlyArray<Column<Row>>): string {
  const lines = rows.map((row) => columns.map((column) => cell(column.value(row))).join(','));
  return [columns.map((column) => cell(column.header)).join(','), ...lines].join('\r\n') + '\r\n';
}

function cell(value: CellValue): string {
  if (isMissing(value)) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value as string) ? `'${value}` : (value as string);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
