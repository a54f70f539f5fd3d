import { Button } from '@mantine/core';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { ModelName } from '../parts/ModelName';
import { RelativeTime } from '../parts/RelativeTime';
import { Stat } from '../parts/Stat';
import { usePrediction } from '../wire/pages';
import type { RecordedPrediction } from '../wire/types';
import { Reasons } from './Reasons';
import { rangeOf, useScoreFormat } from './scores';

const shown = 4;

/** What a model said last, and what moved it. */
export function LatestCard({ prediction, onOpen }: { prediction: RecordedPrediction; onOpen: () => void }) {
  const details = usePrediction(prediction.prediction_id);
  const format = useScoreFormat();
  return (
    <Card title={<ModelName model={prediction.model} />} note={<>version {prediction.version} · <RelativeTime at={prediction.at} /></>}>
      <Stat size="large" label="Score" value={format(prediction.model, prediction.score)} note={rangeOf(prediction, format)} />
      <Answer query={details} shape="text">
        {(data) => (data.prediction.reasons?.length ? <Reasons reasons={data.prediction.reasons.slice(0, shown)} /> : <p className="note">Its version is not there any more, and cannot say why.</p>)}
      </Answer>
      <Button variant="default" size="xs" onClick={onOpen} style={{ alignSelf: 'flex-start', marginTop: 'auto' }}>All it saw, and what came true</Button>
    </Card>
  );
}
