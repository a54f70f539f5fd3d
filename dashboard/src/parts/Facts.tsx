import { Fragment, type ReactNode } from 'react';
import classes from './Facts.module.css';

/** What and how much, line by line. */
export function Facts({ facts }: { facts: ReadonlyArray<readonly [label: ReactNode, value: ReactNode]> }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value], index) => <Fragment key={index}><dt>{label}</dt><dd>{value}</dd></Fragment>)}
    </dl>
  );
}
