import { useCallback } from 'react';
import type { Drawing } from '../charts/Chart';
import { ChartFrame } from '../charts/ChartFrame';
import { grid, hover, nameAxis, valueAxis } from '../charts/pieces';
import { tooltip } from '../charts/tooltip';
import { Facts } from '../parts/Facts';
import { labelOf } from '../parts/metrics';
import { decimal, figures, none, percent, signed } from '../parts/numbers';
import { Rows } from '../parts/Rows';
import { SidePanel } from '../parts/SidePanel';
import type { InputDrift } from '../wire/types';
import { factorOf } from './harm';

interface Props {
  input: InputDrift | null;
  of: 'odds' | 'amount';
  colour: string;
  onClose: () => void;
}

/** One input: how its values lay and lie, and how sure the difference is. */
export function InputPanel({ input, of, colour, onClose }: Props) {
  return (
    <SidePanel opened={input !== null} onClose={onClose} title={input?.words}>
      {input && (
        <Rows>
          <p>{sentenceOf(input, of)}</p>
          <Distribution input={input} colour={colour} />
          <Facts facts={[
            ['Mean', `${figures(input.mean_before)} → ${figures(input.mean_now)}`],
            ['Missing', `${percent(input.missing_before, 1)} → ${percent(input.missing_now, 1)}`],
            ['New categories', input.new_categories === null ? none : percent(input.new_categories, 1)],
            [labelOf(input.measure), `${figures(input.effect)}; may reach ${figures(input.bound)}`],
            ['Population stability', `${figures(input.stability)}; may reach ${figures(input.stability_bound)}`],
            ['By chance', input.p_value < 0.0001 ? 'p < 0.0001' : `p ${figures(input.p_value, 2)}, all inputs considered`],
            ['Rows worth one', decimal(input.inflation, 1)],
            ['Moves scores by', `${decimal(input.importance)} on average`],
            ['Moves the mean score by', `${signed(input.score_change, 3)} ${of === 'odds' ? 'log-odds' : 'log amount'}`],
            ['Name', <code key="name">{input.input}</code>],
          ]} />
        </Rows>
      )}
    </SidePanel>
  );
}

function sentenceOf(input: InputDrift, of: 'odds' | 'amount'): string {
  const factor = factorOf(input.score_change);
  const moved = Math.abs(factor) < 0.0005 ? `does not move the mean ${of === 'odds' ? 'score' : 'amount'}` : `${factor > 0 ? 'raises' : 'lowers'} the ${of === 'odds' ? 'odds' : 'amount'} said by ${percent(Math.abs(factor), 1)} on average`;
  return input.differs ? `Surely different, and by more than it may. It ${moved}.` : `Not surely different, or by no more than it may. It ${moved}.`;
}

interface Bin {
  bin: string;
  before: number;
  now: number;
}

function Distribution({ input, colour }: { input: InputDrift; colour: string }) {
  const bins: Bin[] = Array.from({ length: Math.max(input.before.length, input.now.length) }, (_, index) => ({
    bin: String(index + 1), before: input.before[index] ?? 0, now: input.now[index] ?? 0,
  }));
  const drawing = useCallback<Drawing>((ink) => ({
    grid: grid(),
    xAxis: nameAxis(ink, bins.map(({ bin }) => bin)),
    yAxis: valueAxis(ink, (value) => percent(value), { min: 0 }),
    tooltip: hover(ink, ([point]) => {
      const one = bins[point?.dataIndex ?? 0]!;
      return tooltip(`Bin ${one.bin}`, [{ label: 'was', value: percent(one.before, 1) }, { label: 'is', value: percent(one.now, 1) }]);
    }),
    series: [
      { name: 'was', type: 'bar', barGap: '8%', data: bins.map(({ before }) => before), itemStyle: { color: 'transparent', borderColor: ink.quiet, borderWidth: 1.5 } },
      { name: 'is', type: 'bar', data: bins.map(({ now }) => now), itemStyle: { color: ink.of(colour) } },
    ],
  }), [input, colour]);
  return (
    <ChartFrame name={`Values of ${input.input}`} summary={`Shares of ${input.words} by bin, as they were and as they are.`} drawing={drawing} height={200} rows={bins} keyOf={(row) => row.bin}
      legend="Hollow: as it was when the model was judged. Solid: now. Bins from low to high, or one by value."
      columns={[
        { key: 'bin', header: 'Bin', value: (row) => row.bin },
        { key: 'before', header: 'Was', value: (row) => row.before, align: 'right', show: (row) => percent(row.before, 1) },
        { key: 'now', header: 'Is', value: (row) => row.now, align: 'right', show: (row) => percent(row.now, 1) },
      ]} />
  );
}
