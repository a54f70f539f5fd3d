import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { IntervalBar } from '../parts/IntervalBar';
import { metricOf } from '../parts/metrics';
import { count, none, percent, signedPercent } from '../parts/numbers';
import type { RunResult } from '../wire/types';
import { remembers, strataOf, type Stratum } from './eras';

/** What a version remembers of the past, quarter by quarter and group by group. */
export function Past({ result }: { result: RunResult }) {
  const strata = strataOf(result.eras);
  const against = result.against ?? 'the champion';
  const metric = metricOf(result.eras[0]?.compared.metric).label;
  return (
    <Card title="What it remembers" note={remembers(strata, against)}>
      <DataTable name={`What ${result.version} remembers`} columns={columnsOf(strata, result.version)} rows={strata} keyOf={(row) => `${row.era} ${row.segment ?? ''}`} />
      <p className="note">On rows of the past that neither {against} nor {result.version} has learnt from, by {metric}: how much better, as a share of what {against} had there. A quarter from before the world changed does not count: it rejects nobody.</p>
    </Card>
  );
}

function columnsOf(strata: readonly Stratum[], version: string): Array<Column<Stratum>> {
  const reach = Math.max(...strata.map((one) => Math.abs(one.better ?? 0) + (one.half ?? 0))) * 1.05;
  return [
    { key: 'era', header: 'Quarter', value: (row) => row.era },
    { key: 'segment', header: 'Customers', value: (row) => row.segment ?? 'everybody', show: (row) => (row.segment === null ? 'everybody' : <span className="quiet">{row.segment}</span>) },
    { key: 'rows', header: 'Rows', align: 'right', value: (row) => row.rows, show: (row) => count(row.rows) },
    { key: 'better', header: `Better with ${version} by`, align: 'right', value: (row) => row.better, show: (row) => signedPercent(row.better, 1) },
    { key: 'half', header: '±', align: 'right', value: (row) => row.half, show: (row) => percent(row.half, 1) },
    {
      key: 'interval', header: 'Worse | better', value: (row) => row.better,
      show: (row) => (row.better === null ? none : <IntervalBar value={row.better} halfWidth={row.half} reach={reach} summary={row.says} />),
    },
    { key: 'says', header: 'So it is', value: (row) => row.says },
    { key: 'counts', header: 'Counts', value: (row) => (row.counts ? 'yes' : 'no') },
  ];
}
