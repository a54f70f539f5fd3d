import { SegmentedControl } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { useNow } from '../parts/clock';
import { EmptyState } from '../parts/EmptyState';
import { Page } from '../parts/Page';
import { StatusWord } from '../parts/StatusWord';
import { useAlerts } from '../wire/pages';
import { AlertCard } from './AlertCard';
import { Channels } from './Channels';
import { byUrgency } from './order';

export default function AlertsPage() {
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') === 'all' ? 'all' : 'open';
  const alerts = useAlerts(state);
  const now = useNow();
  return (
    <Page title="Alerts" question="What needs me?" actions={(
      <SegmentedControl aria-label="Which alerts" value={state} onChange={(next) => setSearch(next === 'all' ? { state: 'all' } : {})}
        data={[{ value: 'open', label: 'Open' }, { value: 'all', label: 'All there were' }]} />
    )}>
      <Answer query={alerts} shape="card">
        {(data) => {
          const open = byUrgency(data.alerts.filter((alert) => alert.closed === null), now);
          const over = data.alerts.filter((alert) => alert.closed !== null).sort((a, b) => Date.parse(b.closed!) - Date.parse(a.closed!));
          return (
            <>
              {open.length === 0 && (
                <Card aside={<StatusWord state="right" word="nothing is wrong" filled />} title="No open alert">
                  <EmptyState title="Nothing needs you">What goes wrong appears here once, counts what happens again, and closes by itself when it is over.</EmptyState>
                </Card>
              )}
              {open.map((alert) => <AlertCard key={alert.id} alert={alert} />)}
              <Channels channels={data.channels} />
              {over.map((alert) => <AlertCard key={alert.id} alert={alert} />)}
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
