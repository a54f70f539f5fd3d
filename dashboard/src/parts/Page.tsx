import { useEffect, useRef, type ReactNode } from 'react';
import classes from './Page.module.css';

interface Props {
  title: string;
  /** The question this page answers. */
  question: string;
  /** Buttons that act on the whole page. */
  actions?: ReactNode;
  /** Under the title: tabs, breadcrumbs. */
  below?: ReactNode;
  children: ReactNode;
}

/** A page answers one question, which stands under its title; a screen reader is told of the change of page. */
export function Page({ title, question, actions, below, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Coppice`;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [title]);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={classes.title}>{title}</h1>
          <p className="quiet">{question}</p>
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {below}
      {children}
    </div>
  );
}
