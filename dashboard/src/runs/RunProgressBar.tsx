import { Progress } from '@mantine/core';
import { percent } from '../parts/numbers';
import { StatusWord } from '../parts/StatusWord';
import classes from './RunProgressBar.module.css';
import { useProgress } from './useProgress';

const steps: Record<string, string> = {
  wait: 'waits for another run', labels: 'matures labels', read: 'reads rows', fit: 'fits', refresh: 'refreshes leaves', grow: 'grows trees', calibrate: 'calibrates', judge: 'judges', save: 'saves', search: 'searches',
};

export function RunProgressBar({ run }: { run: number }) {
  const progress = useProgress(run, true);
  const fraction = progress?.fraction ?? 0;
  return (
    <div>
      <div className={classes.line}>
        <StatusWord state="running" word={progress ? steps[progress.step] ?? progress.step : 'starts'} />
        <span className="quiet">{progress?.detail ?? ''} {percent(fraction)}</span>
      </div>
      <Progress value={100 * fraction} size="md" animated aria-label={`Run ${run}: ${percent(fraction)} done`} />
    </div>
  );
}
