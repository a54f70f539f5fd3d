import { useCallback, useMemo } from 'react';
import { ChartFrame } from '../charts/ChartFrame';
import type { Ink } from '../charts/ink';
import { grid, hover, nameAxis, valueAxis } from '../charts/pieces';
import { tooltip } from '../charts/tooltip';
import { Card } from '../parts/Card';
import type { Column } from '../parts/DataTable';
import { useModelColour } from '../parts/modelColours';
import { brief, count, figures, percent } from '../parts/numbers';
import type { DecileResponse } from '../wire/types';

type Tenth = DecileResponse & { tenth: number };

const columns: Array<Column<Tenth>> = [
  { key: 'tenth', header: 'Tenth', align: 'right', value: (row) => row.tenth },
  { key: 'predicted', header: 'Said, on average', align: 'right', value: (row) => row.predicted, show: (row) => figures(row.predicted, 4) },
  { key: 'actual', header: 'Came, on average', align: 'right', value: (row) => row.actual, show: (row) => figures(row.actual, 4) },
  { key: 'rows', header: 'Answers', align: 'right', value: (row) => row.rows, show: (row) => count(row.rows) },
];

/** Of amounts: what was said beside what came, by tenths of the ranking. */
export function Deciles({ model, deciles, rows }: { model: string; deciles: readonly DecileResponse[]; rows: number }) {
  const tenths = useMemo(() => deciles.map((decile, index): Tenth => ({ ...decile, tenth: index + 1 })), [deciles]);
  const colour = useModelColour(model);
  const drawing = useCallback((ink: Ink) => decilesDrawing(tenths, ink, ink.of(colour)), [tenths, colour]);
  const total = tenths.reduce((sum, tenth) => sum + tenth.actual * tenth.rows, 0);
  const top = tenths.at(-1);
  const share = top && total > 0 ? (top.actual * top.rows) / total : null;
  return (
    <Card title="Said and came, by tenths" note={`On ${count(rows)} answers that came true. The highest tenth holds ${percent(share)} of everything spent.`}>
      <ChartFrame name={`${model} deciles`} drawing={drawing} height={300} rows={tenths} columns={columns} keyOf={(row) => row.tenth}
        summary={`By tenths of the ranking; the highest tenth was said to spend ${figures(top?.predicted, 4)} and spent ${figures(top?.actual, 4)} on average.`} legend="Solid: what came. Hollow: what was said." />
    </Card>
  );
}

function decilesDrawing(tenths: readonly Tenth[], ink: Ink, colour: string) {
  return {
    grid: grid(16, 16),
    xAxis: nameAxis(ink, tenths.map((tenth) => (tenth.tenth === tenths.length ? 'highest' : tenth.tenth === 1 ? 'lowest' : String(tenth.tenth)))),
    yAxis: valueAxis(ink, (value) => brief(value), { min: 0, scale: false }),
    tooltip: hover(ink, (points) => {
      const tenth = tenths[points[0]?.dataIndex ?? 0];
      return tenth ? tooltip(`tenth ${tenth.tenth}`, [{ label: 'said', value: figures(tenth.predicted, 4) }, { label: 'came', value: figures(tenth.actual, 4) }, { label: 'answers', value: count(tenth.rows) }]) : '';
    }),
    series: [
      { type: 'bar', name: 'Said', data: tenths.map((tenth) => tenth.predicted), barGap: '10%', itemStyle: { color: 'transparent', borderColor: colour, borderWidth: 1.5, borderRadius: [3, 3, 0, 0] } },
      { type: 'bar', name: 'Came', data: tenths.map((tenth) => tenth.actual), itemStyle: { color: colour, borderRadius: [3, 3, 0, 0] } },
    ],
  };
}
