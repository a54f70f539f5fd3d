import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { Grid } from '../parts/Grid';
import { count } from '../parts/numbers';
import { Page } from '../parts/Page';
import { RelativeTime } from '../parts/RelativeTime';
import { Stat } from '../parts/Stat';
import { Stats } from '../parts/Stats';
import { useCustomer } from '../wire/pages';
import { LatestCard } from './LatestCard';
import { PredictionPanel } from './PredictionPanel';
import { Timeline } from './Timeline';

export default function CustomerPage() {
  const key = decodeURIComponent(useParams<{ key: string }>().key);
  const customer = useCustomer(key);
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<string | null>(null);
  const prediction = open ?? search.get('prediction');
  const close = () => {
    setOpen(null);
    if (search.has('prediction')) setSearch({}, { replace: true });
  };
  return (
    <Page title={key} question="Why this person?" below={<p className="note"><Link href="/customers">All customers</Link></p>}>
      <Answer query={customer} shape="card" height={160}>
        {(data) => (
          <>
            {data.latest.length === 0
              ? <Card title="What is said of them"><EmptyState title="Nobody has asked about them yet" command={`coppice predict --all`}>The newest answer of each model stands here, with what moved it.</EmptyState></Card>
              : <Grid>{data.latest.map((one) => <LatestCard key={one.model} prediction={one} onOpen={() => setOpen(one.prediction_id)} />)}</Grid>}
            <Card title="What is known of them" note={data.first_seen && <>first seen <RelativeTime at={data.first_seen} />, last <RelativeTime at={data.last_seen} /></>}>
              <Stats>
                <Stat label="Events" value={count(data.events)} />
                <Stat label="Notes" value={count(data.notes)} />
                <Stat label="Profiles" value={count(data.profiles)} />
                <Stat label="Outcomes" value={count(data.outcomes)} />
                <Stat label="Predictions" value={count(data.predictions)} />
              </Stats>
            </Card>
          </>
        )}
      </Answer>
      <Timeline customer={key} onOpen={setOpen} />
      <PredictionPanel id={prediction} onClose={close} />
    </Page>
  );
}
