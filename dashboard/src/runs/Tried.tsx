import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { decimal, figures, seconds } from '../parts/numbers';
import { StatusWord } from '../parts/StatusWord';
import { useLeaderboard } from '../wire/queries';
import type { LeaderboardLine } from '../wire/types';

const columns: Array<Column<LeaderboardLine>> = [
  { key: 'rank', header: '#', align: 'right', value: (line) => line.rank },
  { key: 'recipe', header: 'Recipe', value: (line) => line.recipe },
  { key: 'standing', header: 'Standing', value: (line) => line.standing, show: (line) => <StatusWord state={line.standing} /> },
  { key: 'loss', header: 'Loss', align: 'right', value: (line) => line.loss, show: (line) => `${decimal(line.loss, 4)} ±${figures(line.loss_half_width, 2)}` },
  { key: 'ranking', header: 'Ranking', align: 'right', value: (line) => line.ranking, show: (line) => decimal(line.ranking) },
  { key: 'seconds', header: 'Took', align: 'right', value: (line) => line.seconds, show: (line) => seconds(line.seconds) },
  { key: 'settings', header: 'Settings', value: (line) => line.settings, grow: true },
];

/** Recipes that a search has tried, the best first. */
export function Tried({ run }: { run: number }) {
  const board = useLeaderboard(run, true);
  return (
    <Card title="Recipes tried" note={board.data?.sentence}>
      <Answer query={board} shape="table">{(data) => <DataTable name={`Recipes of run ${run}`} columns={columns} rows={data.lines} keyOf={(line) => line.rank} />}</Answer>
    </Card>
  );
}
