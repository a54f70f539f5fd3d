import { Link, useParams } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { useModelColour } from '../parts/modelColours';
import { ModelTabs } from '../parts/ModelTabs';
import { Page } from '../parts/Page';
import { ForceRetrain } from '../runs/ForceRetrain';
import { useDrift } from '../wire/pages';
import { useStatus } from '../wire/queries';
import { BudgetLine } from './BudgetLine';
import { viewsByHarm } from './harm';
import { InputTable } from './InputTable';
import { ViewList } from './ViewList';
import { ViewVerdict } from './ViewVerdict';
import { WindowChart } from './WindowChart';

export default function DriftPage() {
  const model = decodeURIComponent(useParams<{ model: string }>().model);
  const drift = useDrift(model);
  const status = useStatus();
  const colour = useModelColour(model);
  const of = status.data?.models.find((one) => one.model === model)?.predicts === 'amount' ? 'amount' : 'odds';
  return (
    <Page title={`${model}: drift`} question="What is different out there?" actions={<ForceRetrain model={model} />} below={<ModelTabs model={model} />}>
      <Answer query={drift} shape="card">
        {(data) => (
          <>
            <Card title={data.sentence} aside={data.views.length > 0 && <ViewVerdict verdict={viewsByHarm(data.views)[0]!.verdict} filled />} note={data.version && `version ${data.version}`}>
              {data.views.length === 0
                ? <EmptyState title="Nobody has looked yet">While a server serves, every prediction and every label is looked at in the window it falls into. Verdicts appear once the first window is over.</EmptyState>
                : <ViewList all={data.views} />}
            </Card>
            <Card title="Inputs, by harm" note={`${data.inputs.filter((input) => input.differs).length} of ${data.inputs_measured} compared differ; what moves scores most stands on top.`}>
              <InputTable name={`Inputs of ${model} by harm`} inputs={data.inputs} measured={data.inputs_measured} of={of} colour={colour} />
            </Card>
            {data.history.length > 0 && <Card title="Window by window"><WindowChart model={model} history={data.history} /></Card>}
            <Card title="What to do">
              <ul>
                <li><p>One input that jumped, went missing or has new values is usually a changed source. Mend it there; the drift ends two windows later.</p></li>
                <li><p>Many inputs that moved together are customers who changed. A full retrain learns from them, and the gates decide whether that is better: <strong>Force retrain</strong> above, with the strategy <em>full</em>.</p></li>
                <li><p>Labels alone: check on <Link href="/data">Data</Link> that outcomes still arrive.</p></li>
              </ul>
            </Card>
            <Card title="The budget of false alarms"><BudgetLine budget={data.budget} /></Card>
          </>
        )}
      </Answer>
    </Page>
  );
}
