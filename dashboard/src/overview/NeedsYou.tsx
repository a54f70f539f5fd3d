import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { RelativeTime } from '../parts/RelativeTime';
import { StatusWord } from '../parts/StatusWord';
import type { StatusResponse } from '../wire/types';
import classes from './NeedsYou.module.css';

const most = 3;

/** What waits for a person: open alerts, promotions that need a second one, channels that cannot tell. Nothing of the kind, no card. */
export function NeedsYou({ status }: { status: StatusResponse }) {
  const alerts = status.alerts.filter((alert) => alert.acknowledged_by === null && alert.severity !== 'notice');
  const proposals = status.models.flatMap((model) => model.proposals);
  const shown = alerts.slice(0, most);
  const channels = status.channels.filter((channel) => channel.error !== null);
  if (alerts.length + proposals.length + channels.length === 0) return null;
  return (
    <Card title="Needs you" aside={<Link href="/alerts">{alerts.length > most ? `${alerts.length - most} more alerts` : 'All alerts'}</Link>}>
      <ul className={classes.list}>
        {shown.map((alert) => (
          <li key={`alert ${alert.id}`} className={classes.item}>
            <StatusWord state={alert.severity} />
            <div>
              <p className={classes.sentence} title={alert.sentence}>{alert.sentence}</p>
              <p className="note">since <RelativeTime at={alert.since} /></p>
            </div>
            <Link href="/alerts">Look</Link>
          </li>
        ))}
        {proposals.map((proposal) => (
          <li key={`proposal ${proposal.model} ${proposal.version}`} className={classes.item}>
            <StatusWord state="waiting" tone="watch" />
            <div>
              <p>{proposal.by} asks to promote {proposal.model} {proposal.version}: {proposal.reason}</p>
              <p className="note">A second person must agree. Expires <RelativeTime at={proposal.expires_at} />.</p>
            </div>
            <Link href={`/models/${encodeURIComponent(proposal.model)}/versions`}>Decide</Link>
          </li>
        ))}
        {channels.map((channel) => (
          <li key={`channel ${channel.channel} ${channel.target}`} className={classes.item}>
            <StatusWord state="failing" />
            <div>
              <p>{channel.channel} to {channel.target} cannot be told: {channel.error}</p>
              <p className="note">{channel.waiting} waiting · next attempt <RelativeTime at={channel.next_attempt} /></p>
            </div>
            <Link href="/alerts">Look</Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
