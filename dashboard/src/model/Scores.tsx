import { Card } from '../parts/Card';
import { EmptyState } from '../parts/EmptyState';
import { ErrorState } from '../parts/ErrorState';
import { Grid } from '../parts/Grid';
import { Loading } from '../parts/Loading';
import { useScores } from '../wire/scores';
import type { ModelStatus } from '../wire/types';
import { Calibration } from './Calibration';
import { Deciles } from './Deciles';
import { Gain } from './Gain';
import { Threshold } from './Threshold';

/** What was said beside what came true: for probabilities and for amounts. */
export function Scores({ model }: { model: ModelStatus }) {
  const scores = useScores(model.model, null);
  if (scores.error) return <Card title="Said and came true"><ErrorState error={scores.error} onRetry={() => void scores.refetch()} /></Card>;
  if (!scores.data) return <Loading shape="card" height={440} />;
  const { bins, deciles, costs, threshold, rows } = scores.data;
  if (rows === 0) {
    return (
      <Card title="Said and came true">
        <EmptyState title="No answer has come true yet">What was said stands beside what came true here, once the labels of recorded answers have matured.</EmptyState>
      </Card>
    );
  }
  if (deciles) return <Deciles model={model.model} deciles={deciles} rows={rows} />;
  if (!bins) return null;
  return (
    <>
      <Threshold model={model.model} bins={bins} costs={costs} threshold={threshold ?? 0.5} />
      <Grid least="large">
        <Calibration model={model.model} bins={bins} />
        <Gain model={model.model} bins={bins} />
      </Grid>
    </>
  );
}
