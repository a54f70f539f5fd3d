import { useParams } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { ModelTabs } from '../parts/ModelTabs';
import { Page } from '../parts/Page';
import { ForceRetrain } from '../runs/ForceRetrain';
import { useStatus, useVersions } from '../wire/queries';
import { Compare } from './Compare';
import { Journal } from './Journal';
import { Proposals } from './Proposals';
import { Ramp } from './Ramp';
import { useChosen } from './useChosen';
import { useUndo } from './useUndo';
import { VersionTable } from './VersionTable';

export default function VersionsPage() {
  const model = decodeURIComponent(useParams<{ model: string }>().model);
  const versions = useVersions(model);
  const status = useStatus().data?.models.find((one) => one.model === model);
  const undoTo = useUndo(model, status?.champion ?? null);
  const { chosen, toggle } = useChosen(model, versions.data);
  return (
    <Page title={`${model}: versions`} question="What changed?" actions={<ForceRetrain model={model} />} below={<ModelTabs model={model} />}>
      <Answer query={versions} shape="card" height={640}>
        {(data) => data.length === 0
          ? <EmptyState title="No version yet" command={`coppice retrain ${model}`}>Every run that learns makes one. They stand here side by side, with what was decided about each and why.</EmptyState>
          : (
            <>
              {status?.ramp && <Ramp ramp={status.ramp} />}
              {status && status.proposals.length > 0 && <Proposals proposals={status.proposals} />}
              <Card title="Versions" note="Newest first. Tick two to hold them against each other on the same rows.">
                <VersionTable model={model} versions={data} metric={status?.metric ?? null} chosen={chosen} onToggle={toggle} undoTo={undoTo} />
              </Card>
              {chosen.length === 2 && <Compare model={model} first={chosen[0]!} second={chosen[1]!} />}
              <Journal model={model} champion={status?.champion ?? null} />
            </>
          )}
      </Answer>
    </Page>
  );
}
