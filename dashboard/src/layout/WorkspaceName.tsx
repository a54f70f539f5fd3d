import { useStatus } from '../wire/queries';
import classes from './WorkspaceName.module.css';

/** Whose models these are; that the time is a played one is said, so that nobody takes it for now. */
export function WorkspaceName() {
  const { data } = useStatus();
  return (
    <span className={classes.workspace}>
      {data && (
        <>
          <span className={classes.name}>{data.workspace}</span>
          {data.clock === 'simulated' && <span className={classes.clock}>played to <PlayedDate at={data.now} /></span>}
        </>
      )}
    </span>
  );
}

function PlayedDate({ at }: { at: string }) {
  const time = new Date(at);
  return <time dateTime={at}>{time.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' })}</time>;
}
