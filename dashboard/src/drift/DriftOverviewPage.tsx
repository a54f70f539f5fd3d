import { useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { Page } from '../parts/Page';
import { keys } from '../wire/keys';
import { part, request } from '../wire/request';
import { useStatus } from '../wire/queries';
import type { DriftResponse } from '../wire/types';
import { BudgetLine } from './BudgetLine';
import { modelsByHarm } from './harm';
import { ModelDrift } from './ModelDrift';

export default function DriftOverviewPage() {
  const status = useStatus();
  const models = status.data?.models.map((one) => one.model) ?? [];
  const queries = useQueries({
    queries: models.map((model) => ({
      queryKey: keys.drift(model),
      queryFn: ({ signal }: { signal: AbortSignal }) => request<DriftResponse>(`/v1/models/${part(model)}/drift`, { signal }),
    })),
  });
  const known = models.map((model, place) => ({ model, query: queries[place]!, drift: queries[place]?.data }));
  const budget = known.find(({ drift }) => drift)?.drift?.budget;
  return (
    <Page title="Drift" question="What is different out there?">
      <Answer query={status} shape="card">
        {(data) => (data.models.length === 0
          ? <EmptyState title="No model yet">A card per model appears here, the one that is harmed most on top.</EmptyState>
          : (
            <>
              {modelsByHarm(known).map(({ model, query }) => (
                <Answer key={model} query={query} shape="card" height={200}>{(drift) => <ModelDrift drift={drift} />}</Answer>
              ))}
              {budget && <Card title="The budget of false alarms" aside={<Link href="/settings">Change it</Link>}><BudgetLine budget={budget} /></Card>}
            </>
          ))}
      </Answer>
    </Page>
  );
}
