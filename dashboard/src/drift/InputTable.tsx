import { Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { figures, percent } from '../parts/numbers';
import { RowButton } from '../parts/RowButton';
import { StatusWord } from '../parts/StatusWord';
import type { InputDrift } from '../wire/types';
import { factorOf, inputsByHarm, ratioOf } from './harm';
import { InputPanel } from './InputPanel';
import { ScoreChange } from './ScoreChange';

interface Props {
  name: string;
  inputs: readonly InputDrift[];
  measured: number;
  /** What the score is of: odds, or an amount. */
  of: 'odds' | 'amount';
  colour: string;
}

/** Inputs by harm: by how much each differs, and what that did to the score. */
export function InputTable({ name, inputs, measured, of, colour }: Props) {
  const [open, setOpen] = useState<InputDrift | null>(null);
  const [others, setOthers] = useState<'shown' | 'left out'>('left out');
  const different = inputs.filter((input) => input.differs).length;
  const rows = useMemo(() => inputsByHarm(others === 'shown' ? inputs : inputs.filter((input) => input.differs)), [inputs, others]);
  const most = Math.max(0.02, ...rows.map((input) => Math.abs(factorOf(input.score_change))));
  const columns: ReadonlyArray<Column<InputDrift>> = [
    { key: 'input', header: 'Input', value: (row) => row.words, grow: true, show: (row) => <RowButton onClick={() => setOpen(row)}>{row.words}</RowButton> },
    { key: 'differs', header: 'Differs', value: (row) => (row.differs ? 'differs' : 'within bounds'), show: (row) => <StatusWord state={row.differs ? 'differs' : 'steady'} tone={row.differs ? 'watch' : 'idle'} word={row.differs ? 'differs' : 'within bounds'} /> },
    { key: 'score_change', header: of === 'odds' ? 'Moves the odds by' : 'Moves the amount by', value: (row) => row.score_change, show: (row) => <ScoreChange change={row.score_change} most={most} />, align: 'right' },
    { key: 'mean_before', header: 'Mean was', value: (row) => row.mean_before, align: 'right', show: (row) => figures(row.mean_before) },
    { key: 'mean_now', header: 'is', value: (row) => row.mean_now, align: 'right', show: (row) => figures(row.mean_now) },
    { key: 'missing_before', header: 'Missing was', value: (row) => row.missing_before, align: 'right', show: (row) => percent(row.missing_before) },
    { key: 'missing_now', header: 'is', value: (row) => row.missing_now, align: 'right', show: (row) => percent(row.missing_now) },
    { key: 'effect', header: 'Of what may be', value: (row) => ratioOf(row), align: 'right', show: (row) => percent(ratioOf(row)) },
  ];
  return (
    <>
      {inputs.length > different && (
        <Switch checked={others === 'shown'} onChange={(event) => setOthers(event.currentTarget.checked ? 'shown' : 'left out')} size="xs"
          label={`Also the ${inputs.length - different} nearest to their bounds that do not surely differ`} />
      )}
      <DataTable name={name} columns={columns} rows={rows} keyOf={(row) => row.input} onOpen={setOpen}
        empty={measured === 0
          ? <EmptyState title="Nothing was compared yet">Inputs are compared once a window of answers has passed; only recorded predictions can be.</EmptyState>
          : <EmptyState title={`None of ${measured} inputs surely differs by more than it may`}>Inputs that differ appear here, those that move the score most on top.</EmptyState>} />
      <InputPanel input={open} of={of} colour={colour} onClose={() => setOpen(null)} />
    </>
  );
}
