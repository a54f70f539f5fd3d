import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { StatusWord } from '../parts/StatusWord';
import { useAction } from '../wire/actions';
import { request } from '../wire/request';
import type { RetrainingStatus } from '../wire/types';

/** Lets runs start by themselves, or not. */
export function RetrainingSwitch({ retraining }: { retraining: RetrainingStatus }) {
  const [asked, setAsked] = useState(false);
  const turn = useAction((by: string) => request(`/retraining/${retraining.on ? 'stop' : 'start'}`, { method: 'POST', json: { by: by || null } }));
  return (
    <>
      <StatusWord state={retraining.on ? 'on' : 'off'} tone={retraining.on ? 'good' : 'watch'} />
      <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>{retraining.on ? 'Stop' : 'Start'}</Button>
      <ConfirmDialog opened={asked} onClose={() => setAsked(false)} title={retraining.on ? 'Stop retraining' : 'Start retraining'} act={retraining.on ? 'Stop retraining' : 'Start retraining'}
        reason="none" onConfirm={({ person }) => turn.mutateAsync(person)}>
        {retraining.on
          ? <p>No run starts by itself until it is started again. Champions go on answering, labels go on maturing, and runs can still be forced.</p>
          : <p>Runs start by themselves again, as triggers and schedules say. What is due starts at once.</p>}
      </ConfirmDialog>
    </>
  );
}
