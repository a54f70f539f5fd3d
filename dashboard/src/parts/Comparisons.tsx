import type { MetricComparison } from '../wire/types';
import { saidBy } from './compared';
import { DataTable, type Column } from './DataTable';
import { IntervalBar } from './IntervalBar';
import { metricOf } from './metrics';
import { figures, none, signed } from './numbers';

interface Props {
  comparisons: readonly MetricComparison[];
  first: string;
  second: string;
  name?: string;
}

/** Two versions on the same rows, metric by metric, with the interval of the difference. */
export function Comparisons({ comparisons, first, second, name = `${first} and ${second} on the same rows` }: Props) {
  const columns: Array<Column<MetricComparison>> = [
    { key: 'metric', header: 'Metric', value: (row) => metricOf(row.metric).label },
    { key: 'first', header: first, align: 'right', value: (row) => row.champion, show: (row) => metricOf(row.metric).format(row.champion) },
    { key: 'second', header: second, align: 'right', value: (row) => row.challenger, show: (row) => metricOf(row.metric).format(row.challenger) },
    { key: 'better', header: `Better with ${second} by`, align: 'right', value: (row) => row.improvement, show: (row) => <Difference row={row} /> },
    { key: 'half', header: '±', align: 'right', value: (row) => row.half_width, show: (row) => (row.half_width === null ? none : figures(row.half_width, 2)) },
    { key: 'interval', header: 'Worse | better', value: (row) => row.improvement, show: (row) => <Interval row={row} /> },
  ];
  return <DataTable name={name} columns={columns} rows={comparisons} keyOf={(row) => row.metric} />;
}

function Difference({ row }: { row: MetricComparison }) {
  return <>{row.improvement === null ? none : signed(row.improvement, Math.abs(row.improvement) >= 10 ? 1 : 4)}</>;
}

function Interval({ row }: { row: MetricComparison }) {
  if (row.improvement === null) return <>{none}</>;
  const reach = Math.max(Math.abs(row.improvement) + (row.half_width ?? 0), row.resolvable ?? 0) * 1.1;
  return <IntervalBar value={row.improvement} halfWidth={row.half_width} reach={reach} summary={saidBy(row)} />;
}
