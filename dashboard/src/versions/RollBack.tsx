import { Button } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../parts/Answer';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { useAction } from '../wire/actions';
import { usePreview } from '../wire/queries';
import { part, request } from '../wire/request';
import type { DeploymentResponse } from '../wire/types';
import { Shock } from './Shock';

interface Props {
  model: string;
  from: string;
  to: string;
  /** "Undo" beside what has just happened. */
  word?: string;
}

/** Returns to a former champion: one step, no retraining. */
export function RollBack({ model, from, to, word = `Roll back to ${to}` }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>{word}</Button>
      {asked && <Dialog model={model} from={from} to={to} onClose={() => setAsked(false)} />}
    </>
  );
}

function Dialog({ model, from, to, onClose }: Omit<Props, 'word'> & { onClose: () => void }) {
  const preview = usePreview(model, to);
  const rollBack = useAction(({ person, reason }: { person: string; reason: string }) =>
    request<DeploymentResponse>(`/v1/models/${part(model)}/rollback`, { method: 'POST', json: { to, by: person || null, reason: reason || null } }));
  return (
    <ConfirmDialog opened onClose={onClose} title={`Roll back ${model} to ${to}`} act={`Roll back to ${to}`} danger size="xl" onConfirm={(given) => rollBack.mutateAsync(given)}>
      <p>{to} answers in place of {from} from the next request on. {from} stays and can be promoted again.</p>
      <Answer query={preview} shape="table" height={160}>
        {(data) => (data.shock ? <Shock shock={data.shock} model={model} /> : <p className="quiet">Nobody can be scored by both, so who would move is not known.</p>)}
      </Answer>
    </ConfirmDialog>
  );
}
