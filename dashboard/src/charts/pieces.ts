import type { Ink } from './ink';

/** Pieces that every chart is made of, so that all look and read alike. */

export const grid = (right = 16, top = 24) => ({ left: 8, right, top, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' });

export function timeAxis(ink: Ink, min?: number, max?: number) {
  return {
    type: 'time',
    min,
    max,
    axisLine: { lineStyle: { color: ink.line } },
    axisTick: { show: false },
    axisLabel: { color: ink.quiet, hideOverlap: true, formatter: { year: '{yyyy}', month: '{MMM}', day: '{d} {MMM}', hour: '{HH}:{mm}' } },
    splitLine: { show: false },
  };
}

export function valueAxis(ink: Ink, format: (value: number) => string, more: object = {}) {
  return {
    type: 'value',
    scale: true,
    splitNumber: 4,
    axisLabel: { color: ink.quiet, formatter: format },
    splitLine: { lineStyle: { color: ink.line } },
    ...more,
  };
}

export function nameAxis(ink: Ink, names: readonly string[], more: object = {}) {
  return {
    type: 'category',
    data: names,
    axisLine: { lineStyle: { color: ink.line } },
    axisTick: { show: false },
    axisLabel: { color: ink.quiet },
    ...more,
  };
}

export function hover(ink: Ink, formatter: (points: HoveredPoint[]) => HTMLElement | string, trigger: 'axis' | 'item' = 'axis') {
  return {
    trigger,
    confine: true,
    backgroundColor: ink.surface,
    borderColor: ink.line,
    textStyle: { color: ink.ink, fontSize: 12 },
    axisPointer: { type: 'line', lineStyle: { color: ink.faint, type: 'dotted' } },
    formatter: (points: HoveredPoint | HoveredPoint[]) => formatter([points].flat()),
  };
}

export interface HoveredPoint {
  dataIndex: number;
  seriesName: string;
  axisValue: number | string;
  value: unknown;
}

type Point = [number, number | null];

/** Two series that draw a band of uncertainty: an unseen floor and what stands on it. */
export function bandSeries(name: string, colour: string, lower: readonly Point[], upper: readonly Point[]) {
  const common = { type: 'line', stack: `band ${name}`, symbol: 'none', lineStyle: { opacity: 0 }, silent: true, tooltip: { show: false }, stackStrategy: 'all' };
  const height = upper.map(([x, top], index): Point => [x, top === null || lower[index]?.[1] == null ? null : top - lower[index]![1]!]);
  return [
    { ...common, name: `${name} lower`, data: lower },
    { ...common, name: `${name} band`, data: height, areaStyle: { color: colour, opacity: 0.14 } },
  ];
}

/** Thin vertical lines with the version that began to answer there. */
export function deploymentLines(ink: Ink, deployments: ReadonlyArray<{ at: string; to: string; kind: string }>) {
  const times = deployments.map(({ at }) => Date.parse(at));
  const near = (Math.max(...times) - Math.min(...times)) / 8;
  let isHigh = false;
  return deployments.map(({ to, kind }, index) => {
    // Names of neighbours would stand on each other: every other one is a line higher.
    isHigh = index > 0 && times[index]! - times[index - 1]! < near && !isHigh;
    return {
      xAxis: times[index],
      lineStyle: { color: ink.faint, width: 1, type: 'solid' },
      label: { formatter: kind === 'rollback' ? `↶ ${to}` : to, color: ink.quiet, fontSize: 11, position: 'end', distance: isHigh ? 16 : 4 },
    };
  });
}

/** The promise is dashed. */
export function promiseLine(ink: Ink, value: number, text: string) {
  return {
    yAxis: value,
    lineStyle: { color: ink.watch, width: 1.5, type: 'dashed' },
    label: { formatter: text, color: ink.watch, fontSize: 11, position: 'insideStartTop', distance: [8, 3], backgroundColor: ink.surface, padding: [1, 3] },
  };
}

/** Lines that carry no data: deployments, promises. */
export const marks = (lines: readonly object[]) => ({ silent: true, symbol: 'none', animation: false, data: lines });
