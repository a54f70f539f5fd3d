import { Button, Slider } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { count, figures, percent } from '../parts/numbers';
import { Stat } from '../parts/Stat';
import { Stats } from '../parts/Stats';
import classes from './Threshold.module.css';
import { cheapest, confusionAt, costAt, ratesOf, type Bin, type Costs } from './thresholds';

interface Props {
  model: string;
  bins: readonly Bin[];
  costs: Costs | null;
  threshold: number;
}

/** The confusion matrix at a threshold that can be moved, with what it costs. */
export function Threshold({ model, bins, costs, threshold: inForce }: Props) {
  const [threshold, setThreshold] = useState(Math.round(inForce * 100) / 100);
  const confusion = confusionAt(bins, threshold);
  const rates = ratesOf(confusion);
  const best = useMemo(() => (costs ? cheapest(bins, costs) : null), [bins, costs]);
  const cost = costs ? costAt(bins, threshold, costs) : null;
  const answers = `/models/${encodeURIComponent(model)}/answers`;
  const most = Math.max(confusion.truePositives, confusion.falsePositives, confusion.falseNegatives, confusion.trueNegatives, 1);
  return (
    <Card title="If you act from a probability on" note={costs ? 'Costs are those of the definition file.' : 'The definition file names no costs for this model; with them, what each threshold costs stands here too.'}
      aside={threshold === Math.round(inForce * 100) / 100 ? undefined : <Button size="compact-sm" variant="default" onClick={() => setThreshold(Math.round(inForce * 100) / 100)}>Back to {percent(inForce)}</Button>}>
      <div className={classes.slider}>
        <Slider min={0} max={1} step={0.01} value={threshold} onChange={setThreshold} label={(value) => percent(value)} thumbLabel="Probability to act from"
          marks={[{ value: inForce, label: `in force ${percent(inForce)}` }, ...(best && Math.abs(best.threshold - inForce) > 0.08 ? [{ value: best.threshold, label: `cheapest ${percent(best.threshold)}` }] : [])]} />
      </div>
      <div className={classes.both}>
        <table className={classes.matrix}>
          <caption className="hidden-to-eyes">What was done at {percent(threshold)}, and what came true</caption>
          <thead>
            <tr><td /><th scope="col">came true</th><th scope="col">did not</th></tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">acted on</th>
              <Cell rows={confusion.truePositives} most={most} kind="right" to={`${answers}?label=positive&min_score=${threshold}`} />
              <Cell rows={confusion.falsePositives} most={most} kind="wrong" to={`${answers}?label=negative&min_score=${threshold}`} />
            </tr>
            <tr>
              <th scope="row">left alone</th>
              <Cell rows={confusion.falseNegatives} most={most} kind="wrong" to={`${answers}?label=positive&max_score=${threshold}`} />
              <Cell rows={confusion.trueNegatives} most={most} kind="right" to={`${answers}?label=negative&max_score=${threshold}`} />
            </tr>
          </tbody>
        </table>
        <Stats>
          <Stat label="Acted on" value={percent(rates.acted, 1)} note={`${count(confusion.truePositives + confusion.falsePositives)} answers`} />
          <Stat label="Precision" value={percent(rates.precision, 1)} note="of those acted on, rightly" />
          <Stat label="Recall" value={percent(rates.recall, 1)} note="of those it concerns, found" />
          <Stat label="Accuracy" value={percent(rates.accuracy, 1)} note="yes or no, rightly" />
          {costs && <Stat label="Cost of 1,000 customers" value={figures(cost)} note={best ? `at best ${figures(best.cost)}, from ${percent(best.threshold)}` : ''} />}
        </Stats>
      </div>
    </Card>
  );
}

function Cell({ rows, most, kind, to }: { rows: number; most: number; kind: 'right' | 'wrong'; to: string }) {
  const weight = Math.round(6 + 34 * Math.sqrt(rows / most));
  return (
    <td className={classes.cell} style={{ background: `color-mix(in srgb, var(${kind === 'right' ? '--good' : '--bad'}) ${weight}%, var(--surface))` }}>
      <Link href={to} className={classes.rows}>{count(rows)}</Link>
      <span className={classes.kind}>{kind}</span>
    </td>
  );
}
