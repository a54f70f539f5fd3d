import { Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { useAction } from '../wire/actions';
import { request } from '../wire/request';

export function CancelRun({ run }: { run: number }) {
  const [asked, setAsked] = useState(false);
  const cancel = useAction(() => request(`/v1/runs/${run}/cancel`, { method: 'POST' }));
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>Cancel run {run}</Button>
      <ConfirmDialog opened={asked} onClose={() => setAsked(false)} title={`Cancel run ${run}`} act="Cancel the run" reason="none" onConfirm={() => cancel.mutateAsync(undefined)}>
        <p>It stops at its next step. Nothing it has made goes live; the champion stays.</p>
      </ConfirmDialog>
    </>
  );
}
