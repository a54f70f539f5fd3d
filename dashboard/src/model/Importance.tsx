import { Answer } from '../parts/Answer';
import { Bars } from '../parts/Bars';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { useModelColour } from '../parts/modelColours';
import { decimal, signed } from '../parts/numbers';
import { useVersions } from '../wire/queries';
import type { ModelStatus } from '../wire/types';
import classes from './Importance.module.css';

const shown = 12;

/** What moves the champion's scores most, and what has become more or less important. */
export function Importance({ model }: { model: ModelStatus }) {
  const versions = useVersions(model.model);
  const colour = useModelColour(model.model);
  const unit = model.predicts === 'amount' ? 'the logarithm of the amount' : 'log-odds';
  return (
    <Card title="What it looks at" note={`How far an input moves a score, on average, in ${unit}.`}>
      <Answer query={versions} shape="table">
        {(data) => {
          const version = data.find((one) => one.role === 'champion') ?? data[0];
          if (!version || version.importance.length === 0) return <EmptyState title="Nothing measured">The inputs that move scores most stand here once a version has been trained.</EmptyState>;
          return (
            <>
              <Bars colour={colour} bars={version.importance.slice(0, shown).map((feature) => ({ key: feature.feature, label: <span title={feature.feature}>{feature.words}</span>, value: feature.mean_absolute_contribution, figure: decimal(feature.mean_absolute_contribution) }))} />
              {version.moved.length > 0 && (
                <>
                  <h3 className={classes.heading}>Moved most against the champion before</h3>
                  <ul className={classes.moved}>
                    {version.moved.slice(0, 5).map((move) => <li key={move.feature} className={classes.move}><span title={move.feature}>{move.words}</span><span>{signed(move.second - move.first, 3)}</span></li>)}
                  </ul>
                </>
              )}
            </>
          );
        }}
      </Answer>
    </Card>
  );
}
