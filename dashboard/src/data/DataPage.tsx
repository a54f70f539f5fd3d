import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { Answer } from '../parts/Answer';
import { Page } from '../parts/Page';
import { useStats, useStatus } from '../wire/queries';
import { Events } from './Events';
import { Imports } from './Imports';
import { Inbox } from './Inbox';
import { Maturity } from './Maturity';
import { Totals } from './Totals';

export default function DataPage() {
  const stats = useStats();
  const status = useStatus();
  return (
    <Page title="Data" question="What is known, and what is still to come?" actions={<Button component={Link} href="/upload">Upload</Button>}>
      <Answer query={stats} shape="card" height={160}>{(data) => <Totals stats={data} />}</Answer>
      <Answer query={stats} shape="table">{(data) => <Maturity labels={data.labels} models={status.data?.models ?? []} />}</Answer>
      <Imports />
      <Inbox />
      <Answer query={stats} shape="table">{(data) => <Events events={data.events} />}</Answer>
    </Page>
  );
}
