import type { ReactNode } from 'react';
import { count, figures } from '../parts/numbers';
import { exactly, timeOfDay } from '../parts/times';
import type { TimelineEntry } from '../wire/types';
import { worthOf, type Group } from './days';
import classes from './Happening.module.css';
import { useScoreFormat } from './scores';

interface Props {
  group: Group;
  /** Over several days no one time is meant. */
  over: 'a day' | 'days';
  onOpen: (prediction: string) => void;
}

/** A line of the timeline. What is hollow was said; what is solid happened. */
export function Happening({ group, over, onOpen }: Props) {
  const entry = group.entries[0]!;
  const at = Date.parse(entry.at);
  return (
    <li className={classes.line} data-kind={group.kind}>
      <span className={classes.mark} aria-hidden="true" />
      {over === 'a day' ? <time className="note" dateTime={entry.at} title={exactly(at)}>{timeOfDay(at)}</time> : <span />}
      <div className={classes.what}><What group={group} entry={entry} onOpen={onOpen} /></div>
    </li>
  );
}

function What({ group, entry, onOpen }: Omit<Props, 'over'> & { entry: TimelineEntry }): ReactNode {
  const format = useScoreFormat();
  switch (group.kind) {
    case 'event': {
      const worth = worthOf(group.entries);
      const products = [...new Set(group.entries.flatMap((one) => (one.product ? [one.product] : [])))];
      return (
        <>
          <strong>{entry.name}</strong>{group.entries.length > 1 && ` × ${count(group.entries.length)}`}
          {worth !== null && <> · {figures(worth, 6)}</>}
          {products.length > 0 && <span className="quiet"> · {products.slice(0, 3).join(', ')}{products.length > 3 && ` and ${products.length - 3} more`}</span>}
        </>
      );
    }
    case 'note':
      return <q>{entry.text}</q>;
    case 'prediction':
      return (
        <button type="button" className={classes.open} onClick={() => entry.prediction_id && onOpen(entry.prediction_id)}>
          {entry.model} said <strong>{format(entry.model, entry.score)}</strong><span className="quiet"> · version {entry.version} · why?</span>
        </button>
      );
    case 'outcome':
      return <><strong>{entry.name}</strong> came true: {entry.text}</>;
    default:
      return <><strong>Profile</strong> <span className="quiet">{attributesOf(entry.attributes)}</span></>;
  }
}

function attributesOf(attributes: unknown): string {
  if (typeof attributes !== 'object' || attributes === null) return '';
  return Object.entries(attributes).map(([name, value]) => `${name}: ${String(value)}`).join(' · ');
}
