import { Progress } from '@mantine/core';
import { Link } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { bytes, count, percent } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { Stat } from '../parts/Stat';
import { Stats } from '../parts/Stats';
import { useStats } from '../wire/queries';
import type { StatusResponse } from '../wire/types';
import classes from './Collected.module.css';
import { maturityOf } from './maturity';

/** How much is known, how fresh it is, and how far labels have come. */
export function Collected({ status }: { status: StatusResponse }) {
  const stats = useStats();
  return (
    <Card title="Collected" note={<>last event <RelativeTime at={status.last_event} /></>} aside={<Link href="/data">All data</Link>}>
      <Answer query={stats} shape="table">
        {(data) => (
          <>
            <Stats>
              <Stat label="Customers" value={count(data.customers)} to="/customers" />
              <Stat label="Events" value={count(data.events.reduce((sum, type) => sum + type.count, 0))} to="/data" />
              <Stat label="Notes" value={count(data.notes)} />
              <Stat label="Predictions" value={count(data.predictions)} />
              <Stat label="Database" value={bytes(data.database_bytes)} />
            </Stats>
            {data.labels.length === 0
              ? <EmptyState title="No labels yet" command="coppice import events orders.csv">Labels mature from events, or come with a table of labelled rows.</EmptyState>
              : (
                <ul className={classes.labels}>
                  {maturityOf(data.labels).map((line) => (
                    <li key={line.model}>
                      <div className={classes.line}>
                        <span>Labels of {line.model}</span>
                        <span className="quiet">{count(line.matured)} matured, {count(line.open)} to come</span>
                      </div>
                      <Progress value={100 * line.share} size="sm" aria-label={`${percent(line.share)} of the labels of ${line.model} have matured`} />
                    </li>
                  ))}
                </ul>
              )}
          </>
        )}
      </Answer>
    </Card>
  );
}
