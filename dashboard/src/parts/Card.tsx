import { useId, type ReactNode } from 'react';
import classes from './Card.module.css';

interface Props {
  title?: ReactNode;
  /** Small, under the title. */
  note?: ReactNode;
  /** At the right of the title: a status, a button. */
  aside?: ReactNode;
  children: ReactNode;
  /** Greyed while the connection is lost. */
  live?: boolean;
  /** Where there is little room the aside stands below the title: for fields, not for a word. */
  wraps?: boolean;
  level?: 2 | 3;
}

export function Card({ title, note, aside, children, live = true, wraps = false, level = 2 }: Props) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={`${classes.card} ${live ? 'live' : ''}`} aria-labelledby={title ? id : undefined}>
      {(title || aside) && (
        <header className={classes.header} data-wraps={wraps || undefined}>
          <div>
            {title && <Heading id={id} className={classes.title}>{title}</Heading>}
            {note && <p className="note">{note}</p>}
          </div>
          {aside && <div className={classes.aside}>{aside}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
