import { Button } from '@mantine/core';
import { Refusal } from '../wire/failures';
import classes from './ErrorState.module.css';

interface Props {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong, in the server's words, with the page of its code. */
export function ErrorState({ error, onRetry }: Props) {
  const code = error instanceof Refusal ? error.code : null;
  const details = error instanceof Refusal ? error.errors : [];
  return (
    <div className={classes.error} role="alert">
      <p className={classes.title}>{error instanceof Error ? error.message : String(error)}</p>
      {details.length > 0 && <ul className={classes.details}>{details.map((detail) => <li key={detail}>{detail}</li>)}</ul>}
      <div className={classes.foot}>
        {code && <a href={`/codes/${code}`} target="_blank" rel="noreferrer">{code}: what it means, what to do</a>}
        {onRetry && <Button size="compact-sm" variant="default" onClick={onRetry}>Try again</Button>}
      </div>
    </div>
  );
}
