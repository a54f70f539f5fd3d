import { useCallback, useMemo } from 'react';
import { ChartFrame } from '../charts/ChartFrame';
import type { Ink } from '../charts/ink';
import { grid, hover, valueAxis } from '../charts/pieces';
import { tooltip } from '../charts/tooltip';
import { Card } from '../parts/Card';
import type { Column } from '../parts/DataTable';
import { useModelColour } from '../parts/modelColours';
import { figures, percent } from '../parts/numbers';
import { foundAt, gainOf, type GainPoint } from './gain';
import type { Bin } from './thresholds';

const columns: Array<Column<GainPoint>> = [
  { key: 'acted', header: 'Acted on', align: 'right', value: (row) => row.acted, show: (row) => percent(row.acted, 1) },
  { key: 'found', header: 'Found', align: 'right', value: (row) => row.found, show: (row) => percent(row.found, 1) },
  { key: 'lift', header: 'Lift', align: 'right', value: (row) => row.lift, show: (row) => `${figures(row.lift)}×` },
  { key: 'threshold', header: 'Down to', align: 'right', value: (row) => row.threshold, show: (row) => percent(row.threshold) },
];

/** Acting on the top tenth finds how many of those whom it concerns? */
export function Gain({ model, bins }: { model: string; bins: readonly Bin[] }) {
  const points = useMemo(() => gainOf(bins), [bins]);
  const colour = useModelColour(model);
  const drawing = useCallback((ink: Ink) => gainDrawing(points, ink, ink.of(colour)), [points, colour]);
  const tenth = foundAt(points, 0.1);
  return (
    <Card title="Whom to act on first" note={`The tenth with the highest scores holds ${percent(tenth)} of all it came true for: ${figures(tenth / 0.1, 2)} times what chance would find.`}>
      <ChartFrame name={`${model} gain`} drawing={drawing} height={300} rows={points} columns={columns} keyOf={(row) => row.acted}
        summary={`Gain: the top tenth finds ${percent(tenth)}, the top fifth ${percent(foundAt(points, 0.2))}, the top half ${percent(foundAt(points, 0.5))}.`} legend="Dashed: what chance would find." />
    </Card>
  );
}

function gainDrawing(points: readonly GainPoint[], ink: Ink, colour: string) {
  const axis = { min: 0, max: 1, interval: 0.25, scale: false };
  return {
    grid: grid(16, 16),
    xAxis: valueAxis(ink, (value) => percent(value), axis),
    yAxis: valueAxis(ink, (value) => percent(value), axis),
    tooltip: hover(ink, (hovered) => {
      const point = points[hovered.at(-1)?.dataIndex ?? 0];
      return point ? tooltip(`the top ${percent(point.acted, 1)}`, [
        { label: 'found', value: percent(point.found, 1) }, { label: 'lift', value: `${figures(point.lift)}×` }, { label: 'score down to', value: percent(point.threshold) },
      ]) : '';
    }),
    series: [
      { type: 'line', name: 'Chance', data: [[0, 0], [1, 1]], symbol: 'none', silent: true, lineStyle: { color: ink.faint, width: 1, type: 'dashed' }, tooltip: { show: false } },
      { type: 'line', name: 'Found', data: points.map((point) => [point.acted, point.found]), symbol: 'none', lineStyle: { color: colour, width: 2 }, areaStyle: { color: colour, opacity: 0.08 } },
    ],
  };
}
