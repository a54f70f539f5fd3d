import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { useNow } from '../parts/clock';
import { CodeLink } from '../parts/CodeLink';
import { Facts } from '../parts/Facts';
import { ModelName } from '../parts/ModelName';
import { plural } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { StatusWord } from '../parts/StatusWord';
import type { AlertResponse } from '../wire/types';
import { AlertActions } from './AlertActions';
import { isSilenced, pageOf } from './order';

/** One thing that goes wrong: what happened, since when, how bad, what to do. */
export function AlertCard({ alert }: { alert: AlertResponse }) {
  const now = useNow();
  const isOver = alert.closed !== null;
  const page = pageOf(alert.link);
  return (
    <Card title={alert.sentence} aside={<StatusWord state={isOver ? 'over' : alert.severity} filled />}
      note={<>{alert.model && <><ModelName model={alert.model} /> · </>}<CodeLink code={alert.code} /></>}>
      <Facts facts={[
        ['Since', <><RelativeTime at={alert.since} />{alert.times > 1 && `, seen ${plural(alert.times, 'time')}`}{isOver ? <>, over <RelativeTime at={alert.closed} /></> : <>, last seen <RelativeTime at={alert.last_seen} /></>}</>],
        ['How bad', alert.how_bad],
        ['What to do', <>{alert.to_do} {page && <Link href={page}>Look at it</Link>}</>],
        ...alert.acknowledged_by === null ? [] : [['Looked after', <>by {alert.acknowledged_by}, since <RelativeTime at={alert.acknowledged_at} /></>] as const],
        ...isSilenced(alert, now) ? [['Silenced', <>by {alert.silenced_by}, until <RelativeTime at={alert.silenced_until} /></>] as const] : [],
      ]} />
      {!isOver && <AlertActions alert={alert} isSilenced={isSilenced(alert, now)} />}
    </Card>
  );
}
