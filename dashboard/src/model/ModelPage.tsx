import { Link, useParams } from 'wouter';
import { Answer } from '../parts/Answer';
import { EmptyState } from '../parts/EmptyState';
import { ModelTabs } from '../parts/ModelTabs';
import { Page } from '../parts/Page';
import { Grid } from '../parts/Grid';
import { ForceRetrain } from '../runs/ForceRetrain';
import { Ramp } from '../versions/Ramp';
import { useStatus } from '../wire/queries';
import { Challenger } from './Challenger';
import { Importance } from './Importance';
import { Quality } from './Quality';
import { QualityOverTime } from './QualityOverTime';
import { Scores } from './Scores';
import { Scorecard } from './Scorecard';
import { Slices } from './Slices';
import { Training } from './Training';

export default function ModelPage() {
  const name = decodeURIComponent(useParams<{ model: string }>().model);
  const status = useStatus();
  return (
    <Page title={name} question="How good, how sure?" actions={<ForceRetrain model={name} />} below={<ModelTabs model={name} />}>
      <Answer query={status} shape="card" height={640}>
        {(data) => {
          const model = data.models.find((one) => one.model === name);
          if (!model) return <EmptyState title={`No model is called ${name}`}>The definition file names {data.models.map((one) => one.model).join(', ') || 'none'}.</EmptyState>;
          if (model.champion === null && model.versions === 0) {
            return (
              <EmptyState title="No version yet" command={`coppice retrain ${name}`} action={<Link href="/upload">Upload events or labelled rows</Link>}>
                How good it is, and how sure that is, appears here once a first version has learnt from labels and passed the gates.
              </EmptyState>
            );
          }
          return (
            <>
              <Quality model={model} />
              {model.ramp && <Ramp ramp={model.ramp} />}
              <QualityOverTime key={name} model={model} />
              <Scores key={`scores ${name}`} model={model} />
              <Challenger model={model} />
              <Grid least="uneven">
                <Importance model={model} />
                <Scorecard model={name} />
              </Grid>
              <Slices model={model} />
              <Training model={name} />
            </>
          );
        }}
      </Answer>
    </Page>
  );
}
