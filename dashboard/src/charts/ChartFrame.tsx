import { useState, type ReactNode } from 'react';
import { DataTable } from '../parts/DataTable';
import { download } from '../parts/download';
import { toCsv, type Column } from '../parts/table';
import { Chart, type Drawing } from './Chart';
import classes from './ChartFrame.module.css';

interface Props<Row> {
  /** What it shows; also the name of its download. */
  name: string;
  summary: string;
  drawing: Drawing;
  height?: number;
  rows: readonly Row[];
  columns: ReadonlyArray<Column<Row>>;
  keyOf: (row: Row) => string | number;
  /** How to read it: what a dashed line is, what hollow means. */
  legend?: ReactNode;
  onPick?: (index: number, series: string) => void;
}

/** A chart that can be read as a table and downloaded. */
export function ChartFrame<Row>({ name, summary, drawing, height, rows, columns, keyOf, legend, onPick }: Props<Row>) {
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={classes.frame}>
      {asTable
        ? <DataTable name={name} columns={columns} rows={rows} keyOf={keyOf} height={Math.max(height ?? 0, 280)} />
        : <Chart drawing={drawing} height={height} summary={summary} onPick={onPick} />}
      <figcaption className={classes.foot}>
        <span className="note">{legend}</span>
        <span className={classes.choices}>
          <button type="button" className={classes.choice} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Show as a chart' : 'Read as a table'}
          </button>
          {!asTable && (
            <button type="button" className={classes.choice} onClick={() => download(`${name.toLowerCase().replaceAll(/\W+/g, '-')}.csv`, toCsv(rows, columns))}>
              Download CSV
            </button>
          )}
        </span>
      </figcaption>
    </figure>
  );
}
