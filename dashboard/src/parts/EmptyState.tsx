import type { ReactNode } from 'react';
import { Command } from './Command';
import classes from './EmptyState.module.css';

interface Props {
  title: string;
  /** What will appear here, and what fills it. */
  children: ReactNode;
  command?: string;
  action?: ReactNode;
}

/** Nothing is here yet: what appears here, and the command or upload that fills it. */
export function EmptyState({ title, children, command, action }: Props) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      <p className="quiet">{children}</p>
      {command && <Command text={command} />}
      {action}
    </div>
  );
}
