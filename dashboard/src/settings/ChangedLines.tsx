import { differenceOf, shortened } from './difference';
import classes from './ChangedLines.module.css';

const marks = { both: ' ', old: '−', new: '+' } as const;
const words = { both: '', old: 'removed: ', new: 'added: ' } as const;

/** What a text changes about another, by sign and word as well as hue. */
export function ChangedLines({ before, after }: { before: string; after: string }) {
  const lines = shortened(differenceOf(before, after));
  if (lines.every((line) => line === null)) return <p className="quiet">Nothing differs.</p>;
  return (
    <pre className={classes.difference} tabIndex={0} aria-label="What differs">
      {lines.map((line, index) => (line === null
        ? <span key={index} className={classes.gap}>⋯{'\n'}</span>
        : <span key={index} className={classes.line} data-in={line.in}><span aria-hidden="true">{marks[line.in]} </span><span className="hidden-to-eyes">{words[line.in]}</span>{line.line}{'\n'}</span>))}
    </pre>
  );
}
