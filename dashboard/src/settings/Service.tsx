import { RetrainingSwitch } from '../overview/RetrainingSwitch';
import { Card } from '../parts/Card';
import { ErrorState } from '../parts/ErrorState';
import type { RetrainingStatus } from '../wire/types';

/** Whether Coppice retrains by itself; turned off and on here. */
export function Service({ retraining }: { retraining: RetrainingStatus }) {
  return (
    <Card title="Retraining by itself" note={retraining.sentence} aside={<RetrainingSwitch retraining={retraining} />}>
      <p>{retraining.on
        ? 'A model is retrained when one of its schedules or triggers says so; the gates decide what goes live.'
        : 'Nothing is retrained before somebody asks for it, or starts this again. Answers, labels, drift and alerts go on.'}</p>
      {retraining.error && <ErrorState error={retraining.error} />}
    </Card>
  );
}
