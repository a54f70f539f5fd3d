import { Card } from '../parts/Card';
import { ErrorState } from '../parts/ErrorState';
import { Loading } from '../parts/Loading';
import { count } from '../parts/numbers';
import { StatusWord } from '../parts/StatusWord';
import { useAuditPlace } from '../wire/pages';
import { useNewestPosition } from './newest';

/** Whether every entry follows from the one before: what was changed afterwards would show. */
export function Chain() {
  const newest = useNewestPosition();
  const place = useAuditPlace(newest);
  if (newest === null) return null;
  if (place.error) return <ErrorState error={place.error} onRetry={() => void place.refetch()} />;
  if (!place.data) return <Loading shape="text" />;
  const { first_break: broken, hash, position } = place.data;
  return (
    <Card title={broken === null ? `All ${count(position)} entries follow from each other` : `Entry ${broken} does not follow from the one before`}
      aside={<StatusWord state={broken === null ? 'right' : 'wrong'} word={broken === null ? 'whole' : 'broken'} filled />}
      note="Each entry holds the hash of the one before: whatever is changed afterwards breaks the chain.">
      <p>{broken === null
        ? <>The newest entry's hash is <code style={{ overflowWrap: 'anywhere' }}>{hash}</code>. Written down elsewhere, it proves later that nothing before it was changed.</>
        : 'Something has changed the database by hand, or damaged it. Compare with a backup made before that entry.'}</p>
    </Card>
  );
}
