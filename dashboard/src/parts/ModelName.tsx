import { Link } from 'wouter';
import { useModelColour } from './modelColours';
import classes from './ModelName.module.css';

/** A model with its colour, which is the same everywhere; leads to its page. */
export function ModelName({ model, to }: { model: string; to?: string }) {
  const colour = useModelColour(model);
  return (
    <Link href={to ?? `/models/${encodeURIComponent(model)}`} className={classes.name}>
      <span className={classes.dot} style={{ background: `var(${colour})` }} aria-hidden="true" />
      {model}
    </Link>
  );
}
