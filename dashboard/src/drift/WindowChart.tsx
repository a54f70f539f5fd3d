import { useCallback, useMemo } from 'react';
import type { Drawing } from '../charts/Chart';
import { ChartFrame } from '../charts/ChartFrame';
import { grid, hover, marks, promiseLine, timeAxis, valueAxis } from '../charts/pieces';
import { tooltip } from '../charts/tooltip';
import { figures, percent } from '../parts/numbers';
import { exactly } from '../parts/times';
import type { DriftPoint } from '../wire/types';
import { views } from './harm';

// Each view has a shape of its own, so that it is told without colour.
const looks = [
  { view: 'errors', ink: '--series-6', symbol: 'circle', mark: '●' },
  { view: 'labels', ink: '--series-2', symbol: 'triangle', mark: '▲' },
  { view: 'scores', ink: '--series-3', symbol: 'rect', mark: '■' },
  { view: 'inputs', ink: '--series-5', symbol: 'diamond', mark: '◆' },
  { view: 'together', ink: '--series-4', symbol: 'arrow', mark: '⬆' },
] as const;

/** Where the axis ends: a little above all there is, and above what may be. */
const topOf = (most: number) => (most <= 1.15 ? 1.2 : Math.ceil(most * 2) / 2);

const shareOf = (point: DriftPoint) => (point.bound > 0 ? point.measured / point.bound : 0);

/** Window by window, how much of what may be was measured: all ways of looking on one scale. */
export function WindowChart({ model, history }: { model: string; history: readonly DriftPoint[] }) {
  const lines = useMemo(() => looks.map((look) => ({ ...look, points: history.filter((point) => point.view === look.view) })).filter(({ points }) => points.length > 0), [history]);
  const drawing = useCallback<Drawing>((ink) => ({
    grid: grid(24),
    xAxis: timeAxis(ink),
    yAxis: valueAxis(ink, (value) => percent(value), { min: 0, max: ({ max }: { max: number }) => topOf(max), scale: false }),
    tooltip: hover(ink, ([point]) => {
      const at = Number(point?.axisValue);
      const found = lines.flatMap(({ view, points }) => points.filter((one) => Date.parse(one.until) === at).map((one) => ({ label: views[view]?.label ?? view, value: `${percent(shareOf(one))} · ${one.verdict.replaceAll('_', ' ')}` })));
      return tooltip(`Window to ${exactly(at)}`, found);
    }),
    series: lines.map(({ view, ink: colour, symbol, points }, index) => ({
      name: views[view]?.label ?? view,
      type: 'line',
      symbol,
      symbolSize: 8,
      data: points.map((point) => [Date.parse(point.until), shareOf(point)]),
      itemStyle: { color: ink.of(colour) },
      lineStyle: { width: 1.5 },
      ...(index === 0 ? { markLine: marks([promiseLine(ink, 1, 'may reach')]) } : {}),
    })),
  }), [lines]);
  return (
    <ChartFrame name={`Windows of ${model}`} drawing={drawing} height={240} rows={history} keyOf={(row) => `${row.view} ${row.until}`}
      summary={`Drift of ${model}, window by window, as a share of what it may reach.`}
      legend={<>{lines.map(({ view, ink, mark }) => <span key={view}><span style={{ color: `var(${ink})` }} aria-hidden="true">{mark}</span> {views[view]?.label} · </span>)}above 100 % in two windows running is a drift, in one a suspicion</>}
      columns={[
        { key: 'until', header: 'Window to', value: (row) => row.until },
        { key: 'view', header: 'View', value: (row) => views[row.view]?.label ?? row.view },
        { key: 'verdict', header: 'Verdict', value: (row) => row.verdict },
        { key: 'measured', header: 'Measured', value: (row) => row.measured, align: 'right', show: (row) => figures(row.measured) },
        { key: 'bound', header: 'May reach', value: (row) => row.bound, align: 'right', show: (row) => figures(row.bound) },
      ]} />
  );
}
