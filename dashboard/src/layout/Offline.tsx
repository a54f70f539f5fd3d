import { Button } from '@mantine/core';
import { clockTime } from '../parts/times';
import { retryNow, useConnection } from '../wire/live';
import classes from './Offline.module.css';

/** The connection is lost: since when, and that it is being tried again. */
export function Offline() {
  const connection = useConnection();
  return (
    <div role="status" aria-live="polite">
      {connection.state === 'lost' && (
        <div className={classes.offline}>
          <span>No connection since <strong>{clockTime(connection.since)}</strong>. What is grey may be out of date; trying again.</span>
          <Button size="compact-sm" variant="default" onClick={retryNow}>Try now</Button>
        </div>
      )}
    </div>
  );
}
