import { Answer } from '../parts/Answer';
import { EmptyState } from '../parts/EmptyState';
import { Grid } from '../parts/Grid';
import { Page } from '../parts/Page';
import { useStatus } from '../wire/queries';
import { Collected } from './Collected';
import { Headline } from './Headline';
import { Loop } from './Loop';
import { ModelCard } from './ModelCard';
import { NeedsYou } from './NeedsYou';
import { NextRuns } from './NextRuns';

export default function OverviewPage() {
  const status = useStatus();
  return (
    <Page title="Overview" question="Is it right?">
      <Answer query={status} shape="card" height={640}>
        {(data) => (
          <>
            <Headline status={data} />
            <NeedsYou status={data} />
            {data.models.length === 0
              ? <EmptyState title="No model yet" command="coppice init --from-csv customers.csv --target Churn">A card per model appears here, once coppice.yaml names one.</EmptyState>
              : <Grid>{data.models.map((model) => <ModelCard key={model.model} model={model} />)}</Grid>}
            <Loop status={data} />
            <Grid least="large">
              <NextRuns status={data} />
              <Collected status={data} />
            </Grid>
          </>
        )}
      </Answer>
    </Page>
  );
}
