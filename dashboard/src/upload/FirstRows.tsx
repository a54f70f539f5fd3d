import classes from './FirstRows.module.css';

interface Props {
  name: string;
  columns: readonly string[];
  rows: ReadonlyArray<ReadonlyArray<string | null>>;
}

/** The first rows of a file as they stand in it. */
export function FirstRows({ name, columns, rows }: Props) {
  return (
    <div className={classes.frame} tabIndex={0} role="region" aria-label={`First rows of ${name}`}>
      <table className={classes.table}>
        <caption className="hidden-to-eyes">First rows of {name}</caption>
        <thead><tr>{columns.map((column, index) => <th key={`${index} ${column}`} scope="col">{column}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>{columns.map((column, place) => <td key={`${place} ${column}`} title={row[place] ?? undefined}>{row[place] ?? <span className="quiet">–</span>}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
