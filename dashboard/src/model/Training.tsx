import { useCallback, useMemo } from 'react';
import { ChartFrame } from '../charts/ChartFrame';
import type { Ink } from '../charts/ink';
import { grid, hover, nameAxis, valueAxis } from '../charts/pieces';
import { tooltip } from '../charts/tooltip';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import type { Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { useModelColour } from '../parts/modelColours';
import { brief, bytes, count, milliseconds, seconds } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { Stat } from '../parts/Stat';
import { Stats } from '../parts/Stats';
import { useVersions } from '../wire/queries';
import type { VersionResponse } from '../wire/types';
import { FeatureChanges } from './FeatureChanges';
import { paceOf } from './pace';

/** How often it learns, from how much, how long that takes, how large it has become. */
export function Training({ model }: { model: string }) {
  const versions = useVersions(model);
  return (
    <Card title="Training" note="Time, rows and size of each version, oldest first.">
      <Answer query={versions} shape="chart">
        {(data) => data.length === 0 ? <EmptyState title="No version yet" command={`coppice retrain ${model}`}>Each run that makes a version becomes a bar here.</EmptyState> : <Drawn model={model} newestFirst={data} />}
      </Answer>
    </Card>
  );
}

function Drawn({ model, newestFirst }: { model: string; newestFirst: readonly VersionResponse[] }) {
  const versions = useMemo(() => [...newestFirst].reverse(), [newestFirst]);
  const colour = useModelColour(model);
  const drawing = useCallback((ink: Ink) => trainingDrawing(versions, ink, ink.of(colour)), [versions, colour]);
  const newest = newestFirst[0]!;
  const pace = paceOf(versions.map((version) => Date.parse(version.created_at)));
  const columns: Array<Column<VersionResponse>> = [
    { key: 'version', header: 'Version', value: (row) => row.version },
    { key: 'created', header: 'Made', value: (row) => row.created_at, show: (row) => <RelativeTime at={row.created_at} /> },
    { key: 'strategy', header: 'Strategy', value: (row) => row.strategy },
    { key: 'seconds', header: 'Time', align: 'right', value: (row) => row.seconds, show: (row) => seconds(row.seconds) },
    { key: 'rows', header: 'Rows', align: 'right', value: (row) => row.training_rows, show: (row) => count(row.training_rows) },
    { key: 'trees', header: 'Trees', align: 'right', value: (row) => row.trees, show: (row) => count(row.trees) },
    { key: 'size', header: 'Size', align: 'right', value: (row) => row.size_bytes, show: (row) => bytes(row.size_bytes) },
    { key: 'features', header: 'Inputs', align: 'right', value: (row) => row.features, show: (row) => count(row.features) },
  ];
  return (
    <>
      <Stats>
        <Stat label="Made" value={`${count(versions.length)} versions`} note={pace === null ? 'a single one so far' : `one every ${pace} days`} />
        <Stat label="Newest took" value={seconds(newest.seconds)} note={`from ${count(newest.training_rows)} rows`} />
        <Stat label="Size" value={bytes(newest.size_bytes)} note={`${count(newest.trees)} trees, ${count(newest.features)} inputs`} />
        {newest.footprint?.milliseconds != null && <Stat label="Answers in" value={milliseconds(newest.footprint.milliseconds)} note="measured when it was judged" />}
      </Stats>
      <ChartFrame name={`${model} training`} drawing={drawing} height={220} rows={versions} columns={columns} keyOf={(row) => row.version}
        summary={`Training time of ${versions.length} versions; the newest took ${seconds(newest.seconds)} from ${count(newest.training_rows)} rows.`}
        legend="Bars: seconds. Line: rows learnt from." />
      <FeatureChanges versions={newestFirst} />
    </>
  );
}

function trainingDrawing(versions: readonly VersionResponse[], ink: Ink, colour: string) {
  return {
    grid: grid(8, 16),
    xAxis: nameAxis(ink, versions.map((version) => version.version)),
    yAxis: [
      valueAxis(ink, (value) => seconds(value), { min: 0, scale: false }),
      valueAxis(ink, (value) => brief(value), { min: 0, scale: false, splitLine: { show: false } }),
    ],
    tooltip: hover(ink, (points) => {
      const version = versions[points[0]?.dataIndex ?? 0];
      return version ? tooltip(version.version, [
        { label: version.strategy, value: seconds(version.seconds) }, { label: 'rows', value: count(version.training_rows) },
        { label: 'trees', value: count(version.trees) }, { label: 'size', value: bytes(version.size_bytes) }, { label: 'inputs', value: count(version.features) },
      ]) : '';
    }),
    series: [
      { type: 'bar', name: 'Seconds', data: versions.map((version) => version.seconds), barMaxWidth: 24, itemStyle: { color: colour, opacity: 0.8, borderRadius: [3, 3, 0, 0] } },
      { type: 'line', name: 'Rows', yAxisIndex: 1, data: versions.map((version) => version.training_rows), symbol: 'circle', symbolSize: 5, lineStyle: { color: ink.quiet, width: 1.5 }, itemStyle: { color: ink.quiet } },
    ],
  };
}
