import { Link } from 'wouter';
import { decimal, count, figures, percent } from '../parts/numbers';
import { DataTable, type Column } from '../parts/DataTable';
import { Stat } from '../parts/Stat';
import { Stats } from '../parts/Stats';
import type { MoverResponse, ShockResponse } from '../wire/types';

const score = (value: number) => (Math.abs(value) <= 1 ? decimal(value) : figures(value, 4));

const columns: Array<Column<MoverResponse>> = [
  { key: 'customer', header: 'Customer', value: (row) => row.customer, show: (row) => <Link href={`/customers/${encodeURIComponent(row.customer)}`}>{row.customer}</Link> },
  { key: 'before', header: 'Before', align: 'right', value: (row) => row.before, show: (row) => score(row.before) },
  { key: 'after', header: 'After', align: 'right', value: (row) => row.after, show: (row) => score(row.after) },
  { key: 'why', header: 'Seen differently', value: (row) => row.reasons.map((reason) => reason.words).join('; '), grow: true },
];

/** Who moves when another version answers. */
export function Shock({ shock, model }: { shock: ShockResponse; model: string }) {
  return (
    <>
      <Stats>
        <Stat label="Change decile" value={count(shock.decile_changes)} note={`of ${count(shock.customers)} ${shock.source === 'labels' ? 'labels' : 'customers'}`} />
        <Stat label={shock.threshold === null ? 'Top tenth replaced' : 'Cross the threshold'} value={percent(shock.crossing, 1)} note={`${percent(shock.bound)} allowed${shock.threshold === null ? '' : `, acting from ${percent(shock.threshold)}`}`} />
        <Stat label="Acted on" value={`${count(shock.chosen_before)} → ${count(shock.chosen_after)}`} note={`${count(shock.entering)} in, ${count(shock.leaving)} out`} />
        <Stat label="Top tenth stays" value={percent(shock.top_overlap)} />
      </Stats>
      {shock.movers.length > 0 && <DataTable name={`Who moves most in ${model}`} columns={columns} rows={shock.movers} keyOf={(row) => row.customer} />}
    </>
  );
}
