import { Card } from '../parts/Card';
import { Explain } from '../parts/Explain';
import { metricOf } from '../parts/metrics';
import { band, count, figures, percent } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { Stat } from '../parts/Stat';
import { Stats } from '../parts/Stats';
import { StatusWord } from '../parts/StatusWord';
import type { ModelStatus } from '../wire/types';
import classes from './Quality.module.css';

/** The verdict, its grounds, and the one number with its band. */
export function Quality({ model }: { model: ModelStatus }) {
  const path = `/models/${encodeURIComponent(model.model)}`;
  const metric = metricOf(model.metric);
  const half = model.half_width === null ? '' : model.metric === 'top_decile_share' ? `±${percent(model.half_width)}` : band(model.half_width);
  const estimated = model.waiting?.estimated;
  return (
    <Card>
      <div className={classes.top}>
        <div className={classes.number}>
          <Stat size="large" label={`${metric.label} of version ${model.champion ?? '–'}`} value={metric.format(model.value)} band={half} to={`${path}/answers`}
            note={<>live since <RelativeTime at={model.live_since} /></>} />
          {model.value !== null && (
            <Explain words={metric.words?.(model.value) ?? metric.label} term={`${metric.label} ${metric.format(model.value)}, exactly`}>
              {metric.formula} Measured {model.measured === 'live_labels' ? `on ${count(model.rows)} of its own answers that have come true since it went live` : `on the ${count(model.rows)} fresh labels it was judged on`}; the band
              holds the truth with 95 % certainty.
            </Explain>
          )}
        </div>
        <ul className={classes.grounds}>
          {(model.verdict?.because ?? []).map((ground) => (
            <li key={ground.sentence}><StatusWord state={ground.weight} word={ground.what} /><span>{ground.sentence}</span></li>
          ))}
          {model.verdict?.next && <li><StatusWord state="idle" word="next" /><span>{model.verdict.next}</span></li>}
        </ul>
      </div>
      <Stats>
        <Stat label="Promised" value={model.promised === null ? '–' : metric.format(model.promised)} note={model.promised === null ? 'nothing yet' : metric.better === 'up' ? 'or better' : 'or less'} />
        <Stat label={estimated && estimated.metric !== model.metric ? `Expected ${metricOf(estimated.metric).label}` : 'Expected'} value={estimated ? metricOf(estimated.metric).format(estimated.value) : '–'} band={estimated ? band(estimated.half_width) : ''}
          note={estimated ? `of ${count(estimated.predictions)} answers still open` : model.predicts === 'amount' ? 'until enough amounts have come true' : 'too few answers wait'} />
        <Stat label="Labels waiting" value={count(model.labels_waiting)} note={`${count(model.positives_waiting)} of them ${model.predicts === 'amount' ? 'above zero' : 'positive'}`} />
        <Stat label="Next verdict" value={model.next_verdict ? <RelativeTime at={model.next_verdict} /> : '–'} note={model.waiting?.give_or_take_days ? `±${Math.max(1, Math.round(model.waiting.give_or_take_days))} days` : 'when enough labels have matured'} />
        <Stat label="Versions" value={count(model.versions)} to={`${path}/versions`} />
        {model.acting && <Stat label="Saved by 1,000 customers" value={figures(model.acting.saved)} band={band(model.acting.half_width, 0)} note={`acting from ${percent(model.acting.threshold)} on`} />}
        {model.ranges && <Stat label="Ranges that held" value={percent(model.ranges.inside)} note={`of ${count(model.ranges.amounts)}; 90 % is meant`} />}
      </Stats>
      {model.waiting_cost && <p className="note">{model.waiting_cost.sentence}</p>}
    </Card>
  );
}
