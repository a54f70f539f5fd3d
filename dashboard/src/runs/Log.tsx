import { useEffect, useRef } from 'react';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { clockTime, exactly } from '../parts/times';
import { useRunLog } from '../wire/queries';
import type { RunLogLine } from '../wire/types';
import classes from './Log.module.css';

export function Log({ run, isRunning }: { run: number; isRunning: boolean }) {
  const log = useRunLog(run, isRunning ? 1_000 : undefined);
  return (
    <Card title="Log">
      <Answer query={log} shape="table">{(lines) => lines.length === 0 ? <p className="quiet">No line was written.</p> : <Lines lines={lines} />}</Answer>
    </Card>
  );
}

// Follows the end, unless somebody has scrolled up to read.
function Lines({ lines }: { lines: readonly RunLogLine[] }) {
  const box = useRef<HTMLOListElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    if (box.current && follows.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines.length]);
  return (
    <ol ref={box} className={classes.log} tabIndex={0} aria-label="Log of the run" onScroll={(event) => {
      const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
      follows.current = scrollTop + clientHeight >= scrollHeight - 8;
    }}>
      {lines.map((line) => <li key={line.line}><time dateTime={line.at} title={exactly(Date.parse(line.at))}>{clockTime(Date.parse(line.at))}</time> {line.text}</li>)}
    </ol>
  );
}
