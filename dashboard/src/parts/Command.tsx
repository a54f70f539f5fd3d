import { CopyButton } from '@mantine/core';
import classes from './Command.module.css';

/** A command to type, with a button that copies it. */
export function Command({ text }: { text: string }) {
  return (
    <span className={classes.command}>
      <code>{text}</code>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <button type="button" className={classes.copy} onClick={copy} aria-label={`Copy ${text}`}>{copied ? 'copied' : 'copy'}</button>
        )}
      </CopyButton>
    </span>
  );
}
