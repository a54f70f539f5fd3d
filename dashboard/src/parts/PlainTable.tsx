import type { Column } from './table';
import classes from './PlainTable.module.css';

interface Props<Row> {
  name: string;
  columns: ReadonlyArray<Column<Row>>;
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
}

/** A few rows to be read, which nobody sorts or downloads. The roles are said because narrow screens lay rows out as blocks. */
export function PlainTable<Row>({ name, columns, rows, keyOf }: Props<Row>) {
  return (
    <table className={classes.table} role="table" aria-label={name}>
      <thead role="rowgroup"><tr role="row">{columns.map((column) => <th key={column.key} scope="col" role="columnheader" data-align={column.align}>{column.header}</th>)}</tr></thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <td key={column.key} role="cell" data-align={column.align} data-grow={column.grow || undefined} data-label={column.align === 'right' ? `${column.header}:` : undefined}>
                {column.show ? column.show(row) : column.value(row) ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
