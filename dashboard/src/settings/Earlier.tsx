import { Button } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { Line } from '../parts/Line';
import { RelativeTime } from '../parts/RelativeTime';
import type { DefinitionResponse, DefinitionVersion } from '../wire/types';
import { useDefinitionHistory } from '../wire/definition';
import { ChangedLines } from './ChangedLines';
import classes from './Earlier.module.css';

/** Texts the file has had: who wrote each, why, what it changed; any of them can be taken up again. */
export function Earlier({ definition, onTake }: { definition: DefinitionResponse; onTake: (text: string) => void }) {
  const history = useDefinitionHistory();
  return (
    <Card title="What the file has said before" note="Also what was written by hand, from when the server found it.">
      <Answer query={history} shape="table">
        {(data) => {
          const entries = data.pages.flatMap((page) => page.entries);
          if (entries.length === 0) return <EmptyState title="It has not been changed yet">Every text the file has had appears here, with who wrote it and why.</EmptyState>;
          return (
            <ol className={classes.entries}>
              {entries.map((entry, place) => (
                <Entry key={entry.number} entry={entry} older={entries[place + 1] ?? null} isCurrent={entry.sha256 === definition.sha256} onTake={onTake} />
              ))}
            </ol>
          );
        }}
      </Answer>
      {history.hasNextPage && <Button variant="default" size="xs" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()} style={{ alignSelf: 'flex-start' }}>Older</Button>}
    </Card>
  );
}

interface EntryProps {
  entry: DefinitionVersion;
  older: DefinitionVersion | null;
  isCurrent: boolean;
  onTake: (text: string) => void;
}

function Entry({ entry, older, isCurrent, onTake }: EntryProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <div>
          <p><strong>{entry.reason ?? (entry.actor === 'coppice.yaml' ? 'Written by hand' : 'No reason given')}</strong>{isCurrent && <span className="quiet"> · the text of now</span>}</p>
          <p className="note">{entry.actor} · <RelativeTime at={entry.at} /> · <code>{entry.sha256.slice(0, 8)}</code></p>
        </div>
        <Line>
          <Button variant="subtle" size="xs" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>{isOpen ? 'Hide' : older ? 'What it changed' : 'Show the text'}</Button>
          {!isCurrent && <Button variant="default" size="xs" onClick={() => onTake(entry.text)}>Restore this text…</Button>}
        </Line>
      </div>
      {isOpen && (older ? <ChangedLines before={older.text} after={entry.text} /> : <pre className={classes.text} tabIndex={0}>{entry.text}</pre>)}
    </li>
  );
}
