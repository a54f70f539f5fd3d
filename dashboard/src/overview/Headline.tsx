import { StatusWord } from '../parts/StatusWord';
import type { StatusResponse } from '../wire/types';
import classes from './Headline.module.css';
import { headlineOf } from './headlineOf';

/** The answer to the page's question, in one sentence. */
export function Headline({ status }: { status: StatusResponse }) {
  const { state, sentence } = headlineOf(status.models.map((model) => ({ model: model.model, state: model.verdict?.state ?? 'unknown' })));
  return (
    <p className={`${classes.headline} live`}>
      <StatusWord state={state} filled />
      <span>{sentence}</span>
    </p>
  );
}
