import { Button, Progress, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Card } from '../parts/Card';
import { ErrorState } from '../parts/ErrorState';
import { Line } from '../parts/Line';
import { bytes, percent } from '../parts/numbers';
import { Rows } from '../parts/Rows';
import { actingAs } from '../wire/acting';
import { Refusal, Unreachable } from '../wire/failures';
import { readPerson, rememberPerson } from '../wire/person';
import { withQuery } from '../wire/request';
import { sendFile } from '../wire/sending';
import type { ImportPreview, ImportReport } from '../wire/types';
import type { Kind } from './kinds';
import { mapParameters, type Mapping } from './mapping';

interface Props {
  file: File;
  kind: Kind;
  model: string | null;
  mapping: Mapping;
  accepted: readonly string[];
  preview: ImportPreview | null;
  onDone: (report: ImportReport) => void;
}

/** Sends the whole file; says how far it is, and keeps everything chosen when the server refuses. */
export function SendCard({ file, kind, model, mapping, accepted, preview, onDone }: Props) {
  const client = useQueryClient();
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [person, setPerson] = useState(readPerson);
  const stop = useRef<AbortController | null>(null);
  const open = preview?.findings.filter((finding) => finding.severity === 'blocking' && !accepted.includes(finding.code)) ?? [];
  const refused = error instanceof Refusal && error.code?.startsWith('COP-QUALITY-') ? error.code : null;
  const isReady = preview !== null && preview.problem === null && open.length === 0;

  async function send(codes: readonly string[]) {
    rememberPerson(person.trim());
    setError(null);
    setSent(0);
    stop.current = new AbortController();
    const path = withQuery(kind.path, { file: file.name, model })
      + [...mapParameters(mapping).map((one) => ['map', one]), ...codes.map((one) => ['accept', one])].map(([name, value]) => `&${name}=${encodeURIComponent(value!)}`).join('');
    try {
      const reply = await sendFile(path, file, { signal: stop.current.signal, headers: actingAs(person.trim()), onProgress: (done, total) => setSent(total === 0 ? 1 : done / total) });
      onDone(reply.json as ImportReport);
    } catch (problem) {
      if (!(problem instanceof DOMException)) setError(problem);
    } finally {
      setSent(null);
      void client.invalidateQueries();
    }
  }

  if (sent !== null) {
    return (
      <Card live={false} title={`Importing ${file.name}`}>
        <Rows gap="small">
          <Progress value={sent * 100} animated={sent >= 1} aria-label="Sent" size="lg" radius="xl" />
          <Line>
            <span role="status" className="quiet">{sent < 1 ? `${percent(sent)} of ${bytes(file.size)} sent` : 'All of it is there. The server reads it and writes it down.'}</span>
            <Button variant="default" size="compact-sm" onClick={() => stop.current?.abort()}>Stop</Button>
          </Line>
          <span className="note">What is written stays when you stop; the same file sent again brings the rest and counts nothing twice.</span>
        </Rows>
      </Card>
    );
  }

  return (
    <Card live={false} title="Import">
      <Rows>
        {error !== null && (
          <ErrorState error={error} onRetry={error instanceof Unreachable ? () => void send(accepted) : undefined} />
        )}
        <Line>
          <TextInput label="Your name" description="Stands in the audit." value={person} onChange={(event) => setPerson(event.currentTarget.value)} w={240} />
          {refused
            ? <Button color="red" onClick={() => void send([...accepted, refused])}>It is meant: import, accepting {refused}</Button>
            : <Button disabled={!isReady} onClick={() => void send(accepted)}>{`Import as ${kind.label.toLowerCase()}`}</Button>}
        </Line>
        <p className="note" role="status">{whyNot(preview, open.length)}</p>
      </Rows>
    </Card>
  );
}

function whyNot(preview: ImportPreview | null, open: number): string {
  if (preview === null) return 'The file is being looked at.';
  if (preview.problem !== null) return 'It cannot be imported before what is noticed above is mended.';
  if (open > 0) return 'Accept above what would refuse it, or mend the file.';
  return preview.set_aside > 0 ? 'Rows that cannot be used are set aside with line and reason; all others come in.' : 'All of it comes in.';
}
