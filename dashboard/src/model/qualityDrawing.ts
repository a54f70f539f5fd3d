import type { EChartsCoreOption } from '../charts/engine';
import type { Ink } from '../charts/ink';
import { bandSeries, deploymentLines, grid, hover, marks, promiseLine, timeAxis, valueAxis, type HoveredPoint } from '../charts/pieces';
import { tooltip } from '../charts/tooltip';
import { metricOf } from '../parts/metrics';
import { count } from '../parts/numbers';
import { date } from '../parts/times';
import type { PerformanceResponse } from '../wire/types';

type Place = [number, number | null];

/** Realised solid with its band, expected hollow, promise dashed, deployments as thin lines. */
export function qualityDrawing(data: PerformanceResponse, ink: Ink, colour: string): EChartsCoreOption {
  const metric = metricOf(data.metric);
  const own = ink.of(colour);
  const middle = (index: number) => (Date.parse(data.points[index]!.from) + Date.parse(data.points[index]!.until)) / 2;
  const places = (value: (index: number) => number | null) => data.points.map((_, index): Place => [middle(index), value(index)]);
  const at = (index: number) => data.points[index]!;
  const value = places((index) => at(index).value);
  const lower = places((index) => below(at(index).value, at(index).half_width));
  const upper = places((index) => above(at(index).value, at(index).half_width));
  const estimated = places((index) => at(index).estimated?.value ?? null);
  const range = rangeOf(data);
  const since = middle(0);
  const deployments = data.deployments.filter((deployment) => Date.parse(deployment.at) >= since - 14 * 86_400_000);
  return {
    grid: grid(24, 40),
    xAxis: timeAxis(ink),
    yAxis: valueAxis(ink, (tick) => metric.format(tick), range),
    tooltip: hover(ink, (points) => hovered(points, data)),
    series: [
      ...bandSeries(metric.label, own, lower, upper),
      {
        type: 'line', name: metric.label, data: value, symbol: 'circle', symbolSize: 6, connectNulls: true, cursor: 'pointer',
        lineStyle: { color: own, width: 2 }, itemStyle: { color: own },
        markLine: marks([
          ...deploymentLines(ink, deployments),
          ...(data.promised === null ? [] : [promiseLine(ink, data.promised, `promised ${metric.format(data.promised)}`)]),
        ]),
      },
      {
        type: 'line', name: 'Expected', data: estimated, symbol: 'circle', symbolSize: 7, showAllSymbol: true,
        lineStyle: { color: own, width: 1, type: 'dotted', opacity: 0.7 }, itemStyle: { color: ink.surface, borderColor: own, borderWidth: 1.5 },
      },
    ],
  };
}

function hovered(points: HoveredPoint[], data: PerformanceResponse): HTMLElement {
  const index = points.find((point) => point.dataIndex !== undefined)?.dataIndex ?? 0;
  const point = data.points[index];
  if (!point) return tooltip('', []);
  const metric = metricOf(data.metric);
  const lines = [
    { label: metric.label, value: metric.format(point.value) + (point.half_width === null ? '' : ` ±${metric.format(point.half_width)}`) },
    { label: 'answers that came true', value: count(point.rows) },
  ];
  if (point.estimated) lines.push({ label: 'expected', value: metric.format(point.estimated.value) });
  if (point.open > 0) lines.push({ label: 'still open', value: count(point.open) });
  if (point.prior !== null) lines.push({ label: 'one constant for all', value: metric.format(point.prior) });
  lines.push({ label: 'answered by', value: point.versions.map((share) => share.version).join(', ') || '–' });
  return tooltip(`${date(Date.parse(point.from), Date.parse(point.from))} – ${date(Date.parse(point.until), Date.parse(point.from))}`, lines);
}

const below = (value: number | null, half: number | null) => (value === null ? null : value - (half ?? 0));
const above = (value: number | null, half: number | null) => (value === null ? null : value + (half ?? 0));

/** From the lowest to the highest that is drawn; a band of a week with few labels must not flatten the rest. */
function rangeOf(data: PerformanceResponse): { min?: number; max?: number; interval?: number } {
  const values = data.points.flatMap((point) => [point.value, point.estimated?.value ?? null]).concat(data.promised).filter((value) => value !== null) as number[];
  const halves = data.points.flatMap((point) => (point.half_width === null ? [] : [point.half_width])).sort((a, b) => a - b);
  if (values.length === 0) return {};
  const typical = halves[Math.floor(halves.length * 0.75)] ?? 0;
  const low = Math.min(...values) - typical;
  const high = Math.max(...values) + typical;
  const step = roundStep((high - low || 1) / 4);
  return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step, interval: step };
}

/** The smallest of 1, 2 and 5 times a power of ten that is not below. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
}
