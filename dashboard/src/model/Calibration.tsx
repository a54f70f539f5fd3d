import { useCallback, useMemo } from 'react';
import { ChartFrame } from '../charts/ChartFrame';
import type { Ink } from '../charts/ink';
import { bandSeries, grid, hover, valueAxis } from '../charts/pieces';
import { tooltip } from '../charts/tooltip';
import { Card } from '../parts/Card';
import type { Column } from '../parts/DataTable';
import { useModelColour } from '../parts/modelColours';
import { count, percent } from '../parts/numbers';
import { calibrationOf, type CalibrationGroup } from './calibration';
import type { Bin } from './thresholds';

const columns: Array<Column<CalibrationGroup>> = [
  { key: 'said', header: 'Said', align: 'right', value: (row) => row.said, show: (row) => percent(row.said, 1) },
  { key: 'came', header: 'Came true', align: 'right', value: (row) => row.came, show: (row) => percent(row.came, 1) },
  { key: 'low', header: 'From', align: 'right', value: (row) => row.low, show: (row) => percent(row.low, 1) },
  { key: 'high', header: 'To', align: 'right', value: (row) => row.high, show: (row) => percent(row.high, 1) },
  { key: 'rows', header: 'Answers', align: 'right', value: (row) => row.rows, show: (row) => count(row.rows) },
];

/** Of those who were said to have 30 %, did it come true for 30 of 100? */
export function Calibration({ model, bins }: { model: string; bins: readonly Bin[] }) {
  const groups = useMemo(() => calibrationOf(bins), [bins]);
  const colour = useModelColour(model);
  const drawing = useCallback((ink: Ink) => calibrationDrawing(groups, ink, ink.of(colour)), [groups, colour]);
  const worst = groups.reduce((most, group) => Math.max(most, Math.abs(group.said - group.came)), 0);
  return (
    <Card title="Is 30 % really 30 %?" note="What was said against how often it came true, in groups of equal size. On the diagonal is right.">
      <ChartFrame name={`${model} calibration`} drawing={drawing} height={300} rows={groups} columns={columns} keyOf={(row) => row.said}
        summary={`Calibration: said and came true differ by at most ${percent(worst, 1)} in ${groups.length} groups.`} legend="Band: where the truth lies with 95 % certainty." />
    </Card>
  );
}

function calibrationDrawing(groups: readonly CalibrationGroup[], ink: Ink, colour: string) {
  const most = Math.min(1, Math.ceil(5 * Math.max(...groups.map((group) => Math.max(group.said, group.high)))) / 5);
  const axis = { min: 0, max: most, interval: 0.2, scale: false };
  return {
    grid: grid(16, 16),
    xAxis: valueAxis(ink, (value) => percent(value), axis),
    yAxis: valueAxis(ink, (value) => percent(value), axis),
    tooltip: hover(ink, (points) => {
      const group = groups[points[0]?.dataIndex ?? 0];
      return group ? tooltip(`said ${percent(group.said, 1)}`, [{ label: 'came true', value: percent(group.came, 1) }, { label: 'answers', value: count(group.rows) }]) : '';
    }),
    series: [
      { type: 'line', name: 'Right', data: [[0, 0], [most, most]], symbol: 'none', silent: true, lineStyle: { color: ink.faint, width: 1, type: 'dashed' }, tooltip: { show: false } },
      ...bandSeries('calibration', colour, groups.map((group) => [group.said, group.low]), groups.map((group) => [group.said, group.high])),
      { type: 'line', name: 'Came true', data: groups.map((group) => [group.said, group.came]), symbol: 'circle', symbolSize: 7, lineStyle: { color: colour, width: 2 }, itemStyle: { color: colour } },
    ],
  };
}
