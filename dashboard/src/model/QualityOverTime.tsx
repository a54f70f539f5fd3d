import { NativeSelect } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import { ChartFrame } from '../charts/ChartFrame';
import type { Ink } from '../charts/ink';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { useNow } from '../parts/clock';
import type { Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { metricOf } from '../parts/metrics';
import { useModelColour } from '../parts/modelColours';
import { count } from '../parts/numbers';
import { date } from '../parts/times';
import { usePerformance } from '../wire/queries';
import type { ModelStatus, PerformancePoint, PerformanceResponse } from '../wire/types';
import { qualityDrawing } from './qualityDrawing';

const ofProbabilities = ['auc', 'log_loss', 'brier', 'accuracy'];
const ofAmounts = ['top_decile_share', 'tweedie_deviance', 'normalised_gini', 'mae', 'rmsle', 'total_ratio'];

/** How good answers turned out, week by week; what is expected of those whose labels are still to come. */
export function QualityOverTime({ model }: { model: ModelStatus }) {
  const [metric, setMetric] = useState<string | null>(null);
  const [by, setBy] = useState('week');
  const performance = usePerformance(model.model, metric, by);
  const names = model.predicts === 'amount' ? ofAmounts : ofProbabilities;
  return (
    <Card title="Over time" note={performance.data?.sentence} wraps aside={(
      <>
        <NativeSelect size="xs" aria-label="Metric" value={metric ?? performance.data?.metric ?? names[0]} onChange={(event) => setMetric(event.currentTarget.value)}
          data={names.map((name) => ({ value: name, label: metricOf(name).label }))} />
        <NativeSelect size="xs" aria-label="Each point" value={by} onChange={(event) => setBy(event.currentTarget.value)} data={[{ value: 'week', label: 'by week' }, { value: 'month', label: 'by month' }]} />
      </>
    )}>
      <Answer query={performance} shape="chart" height={340}>
        {(data) => data.points.length === 0
          ? <EmptyState title="No answer has come true yet" command={`coppice predict ${model.model} customers.csv`}>Each week of answers becomes a point here, once the labels of those answers have matured.</EmptyState>
          : <Drawn data={data} />}
      </Answer>
    </Card>
  );
}

function Drawn({ data }: { data: PerformanceResponse }) {
  const colour = useModelColour(data.model);
  const metric = metricOf(data.metric);
  const now = useNow();
  const [, go] = useLocation();
  const drawing = useCallback((ink: Ink) => qualityDrawing(data, ink, colour), [data, colour]);
  const columns: Array<Column<PerformancePoint>> = [
    { key: 'from', header: 'From', value: (row) => row.from, show: (row) => date(Date.parse(row.from), now) },
    { key: 'value', header: metric.label, align: 'right', value: (row) => row.value, show: (row) => metric.format(row.value) },
    { key: 'half', header: '±', align: 'right', value: (row) => row.half_width, show: (row) => (row.half_width === null ? '–' : metric.format(row.half_width)) },
    { key: 'estimated', header: 'Expected', align: 'right', value: (row) => row.estimated?.value, show: (row) => metric.format(row.estimated?.value) },
    { key: 'rows', header: 'Came true', align: 'right', value: (row) => row.rows, show: (row) => count(row.rows) },
    { key: 'open', header: 'To come', align: 'right', value: (row) => row.open, show: (row) => count(row.open) },
    { key: 'prior', header: 'One constant', align: 'right', value: (row) => row.prior, show: (row) => metric.format(row.prior) },
    { key: 'versions', header: 'Answered by', value: (row) => row.versions.map((share) => share.version).join(' ') },
  ];
  return (
    <ChartFrame name={`${data.model} ${metric.label} over time`} height={340} drawing={drawing} rows={data.points} columns={columns} keyOf={(row) => row.from} summary={data.sentence}
      legend="Solid: came true, with its 95 % band. Hollow: expected of answers still open. Dashed: promised. Vertical: a version began to answer. Click a point for the rows behind it."
      onPick={(index) => {
        const point = data.points[index];
        if (point) go(`/models/${encodeURIComponent(data.model)}/answers?from=${encodeURIComponent(point.from)}&to=${encodeURIComponent(point.until)}`);
      }} />
  );
}
