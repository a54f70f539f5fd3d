import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { count, figures, none, signed } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { StatusWord } from '../parts/StatusWord';
import { useScorecard } from '../wire/queries';
import type { ReviewedDecision } from '../wire/types';

const words: Record<string, { word: string; tone: 'good' | 'bad' | 'idle' }> = {
  right: { word: 'Right', tone: 'good' },
  wrong: { word: 'Wrong', tone: 'bad' },
  cannot_tell: { word: 'Cannot tell', tone: 'idle' },
};

const columns: Array<Column<ReviewedDecision>> = [
  { key: 'verdict', header: 'Was it right?', value: (row) => row.verdict, show: (row) => <StatusWord state={row.verdict} word={words[row.verdict]?.word} tone={words[row.verdict]?.tone} /> },
  { key: 'decision', header: 'Decision', value: (row) => `${row.version} ${row.decision}`, show: (row) => <span title={`against ${row.against}`}>{row.version} {row.decision}</span> },
  { key: 'at', header: 'Decided', value: (row) => row.decided_at, show: (row) => <RelativeTime at={row.decided_at} /> },
  { key: 'rows', header: 'Labels since', align: 'right', value: (row) => row.rows, show: (row) => count(row.rows) },
  { key: 'difference', header: 'Better by', align: 'right', value: (row) => row.difference, show: (row) => (row.difference === null ? none : `${signed(row.difference)} ±${figures(row.half_width, 2)}`) },
];

/** Decisions held against labels that came after them. */
export function Scorecard({ model }: { model: string }) {
  const scorecard = useScorecard(model);
  return (
    <Card title="Were the decisions right?" note={scorecard.data?.sentence}>
      <Answer query={scorecard} shape="table">
        {(data) => (
          <DataTable name={`${model} decisions`} columns={columns} rows={data.decisions} height={520} keyOf={(row) => `${row.version} ${row.decided_at}`}
            empty={<EmptyState title="No decision can be reviewed yet">Each promotion, hold and rejection is held against the labels that come after it.</EmptyState>} />
        )}
      </Answer>
    </Card>
  );
}
