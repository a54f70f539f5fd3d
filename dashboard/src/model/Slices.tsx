import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { IntervalBar } from '../parts/IntervalBar';
import { metricOf } from '../parts/metrics';
import { count } from '../parts/numbers';
import { useReport, type SegmentFigures } from '../wire/report';
import type { ModelStatus } from '../wire/types';

/** Whether it is as good for everybody: groups of customers that are large enough to tell. */
export function Slices({ model }: { model: ModelStatus }) {
  const report = useReport(model.model, model.champion);
  const columns: Array<Column<SegmentFigures>> = [
    { key: 'name', header: 'Group', value: (row) => row.name.replace(/^profile /, '') },
    { key: 'rows', header: 'Labels', align: 'right', value: (row) => row.rows, show: (row) => count(row.rows) },
    { key: 'before', header: 'Before', align: 'right', value: (row) => row.champion, show: (row) => metricOf(row.metric).format(row.champion) },
    { key: 'now', header: model.champion ?? 'Now', align: 'right', value: (row) => row.challenger, show: (row) => metricOf(row.metric).format(row.challenger) },
    {
      key: 'better', header: 'Worse | better', value: (row) => row.improvement,
      show: (row) => <IntervalBar value={row.improvement} halfWidth={row.half_width} reach={1.1 * (Math.abs(row.improvement) + (row.half_width ?? 0))} summary={row.improvement >= 0 ? 'better' : 'worse'} />,
    },
  ];
  return (
    <Card title="For whom is it good?" note={`Groups of customers on the rows that decided about ${model.champion ?? 'it'}, against the champion before.`}>
      <Answer query={report} shape="table">
        {(data) => (
          <DataTable name={`${model.model} groups`} columns={columns} rows={data.judgement?.segments ?? []} keyOf={(row) => row.name} height={440} sorting={{ key: 'better', down: false }}
            empty={<EmptyState title="No groups to compare">A first version has nothing before it. Later ones are compared by group where customers have profiles, such as a country or a segment, and a group is large enough to tell.</EmptyState>} />
        )}
      </Answer>
    </Card>
  );
}
