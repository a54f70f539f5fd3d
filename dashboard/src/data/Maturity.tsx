import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { ModelName } from '../parts/ModelName';
import { count, figures, percent } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { part } from '../wire/request';
import type { LabelStats, ModelStatus } from '../wire/types';
import { ledgerOf, type LedgerLine } from './ledger';
import { Share } from './Share';

/** The ledger of labels: what has come true, what waits, when the next verdict can fall. */
export function Maturity({ labels, models }: { labels: readonly LabelStats[]; models: readonly ModelStatus[] }) {
  const isAmount = new Set(models.filter((one) => one.predicts === 'amount').map((one) => one.model));
  const columns: ReadonlyArray<Column<LedgerLine>> = [
    { key: 'model', header: 'Model', value: (row) => row.model, show: (row) => <ModelName model={row.model} /> },
    { key: 'matured', header: 'Answers that came true', value: (row) => row.matured, grow: true, show: (row) => <Share done={row.matured} open={row.open} answers={`/models/${part(row.model)}/answers`} /> },
    { key: 'next', header: 'Next label', value: (row) => row.nextLabel, align: 'right', show: (row) => (row.nextLabel ? <RelativeTime at={row.nextLabel} /> : <span className="quiet">whenever one is reported</span>) },
    { key: 'waiting', header: 'For the next verdict', value: (row) => row.waiting, align: 'right', show: (row) => count(row.waiting) },
    { key: 'verdict', header: 'Can be judged', value: (row) => row.nextVerdict, align: 'right', show: (row) => <Judged line={row} /> },
    { key: 'history', header: 'From history', value: (row) => row.fromHistory, align: 'right', show: (row) => count(row.fromHistory) },
    { key: 'mean', header: 'Mean label', value: (row) => row.mean, align: 'right', show: (row) => (isAmount.has(row.model) ? figures(row.mean, 4) : percent(row.mean, 1)) },
    { key: 'corrected', header: 'Corrected later', value: (row) => row.corrected, align: 'right', show: (row) => count(row.corrected) },
  ];
  return (
    <Card title="Labels: what came true, and what is still to come" note="An answer becomes a label once its window has closed. Only labels newer than anything a version has seen can judge it.">
      <DataTable name="Labels" columns={columns} rows={ledgerOf(labels, models)} keyOf={(row) => row.model}
        empty={<EmptyState title="No label yet" command="coppice predict purchase customers.csv">Answers whose windows have closed appear here, beside those that still wait.</EmptyState>} />
    </Card>
  );
}

function Judged({ line }: { line: LedgerLine }) {
  if (line.nextVerdict === null) return <span className="quiet">not in sight</span>;
  return <><RelativeTime at={line.nextVerdict} />{line.giveOrTakeDays ? ` ±${Math.max(1, Math.round(line.giveOrTakeDays))} d` : ''}</>;
}
