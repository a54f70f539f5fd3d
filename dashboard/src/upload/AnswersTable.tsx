import { useMemo } from 'react';
import { Link } from 'wouter';
import { DataTable, type Column } from '../parts/DataTable';
import { ModelName } from '../parts/ModelName';
import { figures, percent } from '../parts/numbers';
import { StatusWord } from '../parts/StatusWord';
import { part } from '../wire/request';
import type { PredictionResponse } from '../wire/types';
import { byScore } from './answers';

/** Answers, highest first; only columns that say something. */
export function AnswersTable({ predictions }: { predictions: readonly PredictionResponse[] }) {
  const rows = useMemo(() => byScore(predictions), [predictions]);
  const columns = useMemo(() => columnsOf(predictions), [predictions]);
  return <DataTable name="Predictions" columns={columns} rows={rows} keyOf={(row) => `${row.prediction_id} ${row.model}`} height={480} />;
}

const isAmount = (row: PredictionResponse) => row.low != null || row.high != null || row.score > 1;
export const shownScore = (row: PredictionResponse, score: number | null | undefined = row.score) => (isAmount(row) ? figures(score, 4) : percent(score, 1));

function columnsOf(predictions: readonly PredictionResponse[]): Array<Column<PredictionResponse>> {
  const has = (test: (row: PredictionResponse) => unknown) => predictions.some((row) => test(row) != null);
  return [
    { key: 'customer', header: 'Customer', value: (row) => row.customer, show: (row) => <Link href={`/customers/${part(row.customer)}`}>{row.customer}</Link> },
    { key: 'model', header: 'Model', value: (row) => row.model, show: (row) => <ModelName model={row.model} /> },
    { key: 'score', header: 'Score', value: (row) => row.score, align: 'right', show: (row) => <Link href={`/customers/${part(row.customer)}?prediction=${part(row.prediction_id)}`} title="Why?"><strong>{shownScore(row)}</strong></Link> },
    ...has((row) => row.low) ? [{ key: 'low', header: 'At least', value: (row: PredictionResponse) => row.low, align: 'right' as const, show: (row: PredictionResponse) => figures(row.low, 4) }] : [],
    ...has((row) => row.high) ? [{ key: 'high', header: 'At most', value: (row: PredictionResponse) => row.high, align: 'right' as const, show: (row: PredictionResponse) => figures(row.high, 4) }] : [],
    ...has((row) => row.quick_score) ? [
      { key: 'quick_score', header: 'Said first', value: (row: PredictionResponse) => row.quick_score, align: 'right' as const, show: (row: PredictionResponse) => (row.quick_score == null || row.arm === 'quick' ? '–' : shownScore(row, row.quick_score)) },
      { key: 'arm', header: 'By', value: (row: PredictionResponse) => row.arm, show: (row: PredictionResponse) => <StatusWord state={row.arm === 'quick' ? 'refining' : 'done'} word={row.arm === 'quick' ? 'companion, being refined' : 'version'} /> },
    ] : [],
    ...has((row) => row.decision) ? [{ key: 'decision', header: 'Do', value: (row: PredictionResponse) => row.decision }] : [],
    { key: 'reasons', header: 'Above all because of', value: (row) => row.reasons?.map((reason) => reason.words).join('; '), grow: true, show: (row) => <Reasons row={row} /> },
    { key: 'version', header: 'Version', value: (row) => row.version, align: 'right' },
  ];
}

/** What a downloaded file holds: the same, and the id by which an outcome can name its prediction. */
export const fileColumnsOf = (predictions: readonly PredictionResponse[]): Array<Column<PredictionResponse>> =>
  [...columnsOf(predictions), { key: 'prediction_id', header: 'prediction_id', value: (row) => row.prediction_id }];

function Reasons({ row }: { row: PredictionResponse }) {
  if (!row.reasons?.length) return <span className="quiet">–</span>;
  return <span className="note">{row.reasons.slice(0, 2).map((reason) => `${reason.contribution >= 0 ? '▲' : '▼'} ${reason.words}`).join(' · ')}</span>;
}
