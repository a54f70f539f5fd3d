import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { Comparisons } from '../parts/Comparisons';
import { useNow } from '../parts/clock';
import { EmptyState } from '../parts/EmptyState';
import { count, decimal } from '../parts/numbers';
import { date } from '../parts/times';
import { Refusal } from '../wire/failures';
import { useCompare } from '../wire/queries';
import type { CompareResponse } from '../wire/types';
import classes from './Compare.module.css';
import { Shock } from './Shock';

/** Any two versions on the same rows, which neither has learnt from. */
export function Compare({ model, first, second }: { model: string; first: string; second: string }) {
  const compare = useCompare(model, first, second);
  return (
    <Card title={`${first} and ${second}`} note={compare.data?.sentence}>
      {compare.error instanceof Refusal
        ? <EmptyState title="They cannot be held against each other">{compare.error.message}</EmptyState>
        : <Answer query={compare} shape="card">{(data) => <Compared data={data} />}</Answer>}
    </Card>
  );
}

function Compared({ data }: { data: CompareResponse }) {
  const now = useNow();
  const moved = data.moved.slice(0, 8);
  return (
    <>
      <p className="note">On {count(data.rows)} labels from {date(Date.parse(data.from), now)} to {date(Date.parse(data.until), now)}, {count(data.positives)} of them positive; neither has learnt from one of them.</p>
      <Comparisons comparisons={data.comparisons} first={data.first} second={data.second} name={`${data.model} ${data.first} and ${data.second}`} />
      {data.shock && (
        <>
          <h3>Who moves from {data.first} to {data.second}</h3>
          <Shock shock={data.shock} model={data.model} />
        </>
      )}
      {(data.added_features.length > 0 || data.removed_features.length > 0) && (
        <p>
          {data.added_features.length > 0 && <>{data.second} also looks at {data.added_features.slice(0, 12).join(', ')}{data.added_features.length > 12 ? ` and ${data.added_features.length - 12} more` : ''}. </>}
          {data.removed_features.length > 0 && <>It no longer looks at {data.removed_features.slice(0, 12).join(', ')}{data.removed_features.length > 12 ? ` and ${data.removed_features.length - 12} more` : ''}.</>}
        </p>
      )}
      {moved.length > 0 && (
        <>
          <h3>What they look at differently</h3>
          <table className={classes.moved}>
            <thead><tr><th scope="col">Input</th><th scope="col">{data.first}</th><th scope="col">{data.second}</th></tr></thead>
            <tbody>{moved.map((move) => <tr key={move.feature}><td title={move.feature}>{move.words}</td><td>{decimal(move.first)}</td><td>{decimal(move.second)}</td></tr>)}</tbody>
          </table>
        </>
      )}
    </>
  );
}
