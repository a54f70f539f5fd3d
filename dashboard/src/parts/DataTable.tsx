import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { count } from './numbers';
import { download } from './download';
import { sorted, toCsv, type Column, type Sorting } from './table';
import classes from './DataTable.module.css';

export type { Column } from './table';

interface Props<Row> {
  /** What the table holds; also the name of the file it downloads as. */
  name: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  empty?: ReactNode;
  /** Sorted so at first; as the server gave them where left out. */
  sorting?: Sorting;
  /** A row can be opened: by mouse anywhere on it, by keyboard through the link a cell shows. */
  onOpen?: (row: Row) => void;
  isChosen?: (row: Row) => boolean;
  /** Called when the end comes into view: more rows are to be fetched. */
  onEnd?: () => void;
  height?: number;
}

const rowHeight = 40;
const manyRows = 60;
const usualHeight = 560;

/** A table that sorts, downloads and scrolls through any number of rows: those out of view are not there. */
export function DataTable<Row>({ name, columns, rows, keyOf, empty, sorting: first, onOpen, isChosen, onEnd, height }: Props<Row>) {
  const [sorting, setSorting] = useState<Sorting | null>(first ?? null);
  const shown = useMemo(() => sorted(rows, columns, sorting), [rows, columns, sorting]);
  const frame = useRef<HTMLDivElement>(null);
  const isVirtual = shown.length > manyRows;
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: isVirtual,
  });
  const items = isVirtual ? virtual.getVirtualItems() : null;
  const from = items ? items[0]?.index ?? 0 : 0;
  const until = items ? (items.at(-1)?.index ?? -1) + 1 : shown.length;
  const above = items?.[0]?.start ?? 0;
  const below = items ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  useEffect(() => {
    if (onEnd && shown.length > 0 && until >= shown.length) onEnd();
  }, [onEnd, until, shown.length]);

  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className={classes.whole}>
      <div ref={frame} className={classes.frame} style={isVirtual || height ? { maxHeight: height ?? usualHeight } : undefined} tabIndex={0} role="region" aria-label={name}>
        <table className={classes.table} aria-rowcount={shown.length + 1}>
          <caption className="hidden-to-eyes">{name}</caption>
          <thead>
            <tr>{columns.map((column) => <Head key={column.key} column={column} sorting={sorting} onSort={setSorting} />)}</tr>
          </thead>
          <tbody>
            {above > 0 && <tr aria-hidden="true"><td colSpan={columns.length} className={classes.space} style={{ height: above }} /></tr>}
            {shown.slice(from, until).map((row, index) => (
              <tr
                key={keyOf(row)}
                aria-rowindex={from + index + 2}
                data-index={from + index}
                data-opens={onOpen ? true : undefined}
                data-chosen={isChosen?.(row) || undefined}
                onClick={onOpen && ((event) => { if (!(event.target as Element).closest('a, button, input, label')) onOpen(row); })}
              >
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align} data-grow={column.grow || undefined}>
                    {column.show ? column.show(row) : shownValue(column.value(row))}
                  </td>
                ))}
              </tr>
            ))}
            {below > 0 && <tr aria-hidden="true"><td colSpan={columns.length} className={classes.space} style={{ height: below }} /></tr>}
          </tbody>
        </table>
      </div>
      <div className={classes.foot}>
        <span className="note">{count(shown.length)} {shown.length === 1 ? 'row' : 'rows'}</span>
        <button type="button" className={classes.download} onClick={() => download(`${name.toLowerCase().replaceAll(/\W+/g, '-')}.csv`, toCsv(shown, columns))}>
          Download CSV
        </button>
      </div>
    </div>
  );
}

const shownValue = (value: string | number | null | undefined) => (typeof value === 'number' ? value.toLocaleString() : value ?? '–');

interface HeadProps<Row> {
  column: Column<Row>;
  sorting: Sorting | null;
  onSort: (sorting: Sorting | null) => void;
}

// Down first, then up, then as the server gave them.
function Head<Row>({ column, sorting, onSort }: HeadProps<Row>) {
  const mine = sorting?.key === column.key ? sorting : null;
  const next = mine === null ? { key: column.key, down: true } : mine.down ? { key: column.key, down: false } : null;
  return (
    <th scope="col" data-align={column.align} aria-sort={mine === null ? 'none' : mine.down ? 'descending' : 'ascending'}>
      <button type="button" className={classes.sort} onClick={() => onSort(next)}>
        {column.header}
        <span aria-hidden="true" className={classes.arrow}>{mine === null ? '' : mine.down ? '↓' : '↑'}</span>
      </button>
    </th>
  );
}
