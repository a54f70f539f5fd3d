import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { Line } from '../parts/Line';
import { useAction } from '../wire/actions';
import { request } from '../wire/request';
import type { AlertResponse } from '../wire/types';

const lengths = [
  { value: '4h', label: 'four hours' }, { value: '24h', label: 'a day' }, { value: '7d', label: 'a week' }, { value: '2w', label: 'two weeks' },
];

/** Say that one looks after it, or that one knows; either stands in the audit. */
export function AlertActions({ alert, isSilenced }: { alert: AlertResponse; isSilenced: boolean }) {
  const [opened, setOpened] = useState<'acknowledge' | 'silence' | 'unsilence' | null>(null);
  const [length, setLength] = useState('24h');
  const act = useAction(({ what, body }: { what: string; body: unknown }) => request<AlertResponse>(`/v1/alerts/${alert.id}/${what}`, { method: 'POST', json: body }));
  const close = () => setOpened(null);
  const by = (person: string) => (person === '' ? undefined : person);
  return (
    <Line>
      {alert.acknowledged_by === null && <Button size="xs" onClick={() => setOpened('acknowledge')}>I look after it</Button>}
      {isSilenced
        ? <Button size="xs" variant="default" onClick={() => setOpened('unsilence')}>End the silence</Button>
        : <Button size="xs" variant="default" onClick={() => setOpened('silence')}>Silence…</Button>}
      <ConfirmDialog opened={opened === 'acknowledge'} onClose={close} title="I look after it" act="Acknowledge" reason="none"
        onConfirm={({ person }) => act.mutateAsync({ what: 'acknowledge', body: { by: by(person) } })}>
        <p>{alert.sentence}</p>
        <p className="quiet">The others see that you do. It is not repeated; you are still told when it gets worse or is over.</p>
      </ConfirmDialog>
      <ConfirmDialog opened={opened === 'silence'} onClose={close} title="Silence" act={`Silence for ${lengths.find(({ value }) => value === length)?.label}`} reason="none"
        onConfirm={({ person }) => act.mutateAsync({ what: 'silence', body: { for: length, by: by(person) } })}>
        <p>{alert.sentence}</p>
        <Select label="For how long" data={lengths} value={length} onChange={(value) => setLength(value ?? '24h')} allowDeselect={false} comboboxProps={{ withinPortal: true }} />
        <p className="quiet">Nobody is told, also when it ends and begins again. What is still so when the silence ends is told once more.</p>
      </ConfirmDialog>
      <ConfirmDialog opened={opened === 'unsilence'} onClose={close} title="End the silence" act="End it" reason="none"
        onConfirm={({ person }) => act.mutateAsync({ what: 'silence', body: { for: '0h', by: by(person) } })}>
        <p className="quiet">From now on people are told again.</p>
      </ConfirmDialog>
    </Line>
  );
}
