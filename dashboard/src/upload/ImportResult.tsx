import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { download } from '../parts/download';
import { Findings } from '../parts/Findings';
import { Line } from '../parts/Line';
import { count, figures, plural, seconds } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { Rows } from '../parts/Rows';
import { Stat } from '../parts/Stat';
import { Stats } from '../parts/Stats';
import { StatusWord } from '../parts/StatusWord';
import type { ImportReport } from '../wire/types';
import { rejectedFile, rejectedName } from './rejected';
import { RejectedRows } from './RejectedRows';

interface Props {
  report: ImportReport;
  file: File;
  onNext: () => void;
}

const headerWithin = 64 * 1024;

/** What became of a file. */
export function ImportResult({ report, file, onNext }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const save = async () => download(rejectedName(file.name), rejectedFile(await file.slice(0, headerWithin).text(), report.rejects));
  return (
    <div ref={place} tabIndex={-1} role="status" style={{ outline: 'none' }}>
      <Rows gap="large">
        <Card live={false} title={`${report.file}: ${plural(report.imported, 'row')} imported`} aside={<StatusWord state={report.set_aside > 0 ? 'warning' : 'imported'} word={report.set_aside > 0 ? 'imported, some set aside' : 'imported'} filled />}
          note={<>{report.kind}{report.first && <> from <RelativeTime at={report.first} /> to <RelativeTime at={report.last} /></>} · read in {seconds(report.seconds)}</>}>
          <Stats>
            <Stat label="New" value={count(report.imported)} />
            <Stat label="Already known" value={count(report.already_known)} note="changed nothing" />
            <Stat label="Set aside" value={count(report.set_aside)} />
            <Stat label="New customers" value={count(report.customers)} />
            {report.value_sum !== null && <Stat label="Sum of values" value={figures(report.value_sum, 6)} />}
          </Stats>
          <Line>
            <Button onClick={onNext}>Import another file</Button>
            <Button variant="default" component={Link} href="/data">See all data</Button>
          </Line>
        </Card>
        {report.findings.length > 0 && <Card live={false} title="What was noticed"><Findings findings={report.findings} /></Card>}
        {report.rejects.length > 0 && (
          <Card live={false} title="Rows set aside" note="Download them, mend them, import that file: nothing is counted twice."
            aside={<Button variant="default" size="xs" onClick={() => void save()}>Download {rejectedName(file.name)}</Button>}>
            <RejectedRows name={report.file} rejects={report.rejects} />
            {report.set_aside > report.rejects.length && <p className="note">The first {count(report.rejects.length)} of {count(report.set_aside)}.</p>}
          </Card>
        )}
      </Rows>
    </div>
  );
}
