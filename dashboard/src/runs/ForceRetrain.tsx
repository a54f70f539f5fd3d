import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { useAction } from '../wire/actions';
import { useStatus } from '../wire/queries';
import { part, request } from '../wire/request';
import type { RunResponse } from '../wire/types';
import { strategies, strategyOf } from './strategies';

/** Starts a run now, whatever triggers and schedules say. */
export function ForceRetrain({ model }: { model: string | null }) {
  const { data: status } = useStatus();
  const [, go] = useLocation();
  const [asked, setAsked] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [strategy, setStrategy] = useState('auto');
  const [minutes, setMinutes] = useState<number>(5);
  const models = status?.models.map((one) => one.model) ?? [];
  const target = model ?? chosen ?? models[0] ?? '';
  const start = useAction((by: string) => strategy === 'tune'
    ? request<RunResponse>(`/v1/models/${part(target)}/tune`, { method: 'POST', json: { minutes, by: by || null } })
    : request<RunResponse>(`/v1/models/${part(target)}/runs`, { method: 'POST', json: { ...strategyOf(strategy).request, by: by || null } }));
  return (
    <>
      <Button onClick={() => setAsked(true)} disabled={models.length === 0}>Force retrain</Button>
      <ConfirmDialog opened={asked} onClose={() => setAsked(false)} title="Force retrain" act={`Retrain ${target}`} reason="none"
        onConfirm={async ({ person }) => {
          const run = await start.mutateAsync(person);
          go(`/runs/${run.id}`);
        }}>
        {model === null && <NativeSelect label="Model" data={models} value={target} onChange={(event) => setChosen(event.currentTarget.value)} />}
        <NativeSelect label="Strategy" description={strategyOf(strategy).about} data={strategies.map(({ value, label }) => ({ value, label }))} value={strategy} onChange={(event) => setStrategy(event.currentTarget.value)} />
        {strategy === 'tune' && <NumberInput label="Minutes to search" min={1} max={720} value={minutes} onChange={(value) => setMinutes(Number(value) || 5)} />}
        <p className="quiet">The champion answers on meanwhile. The new version goes live only if every gate lets it; otherwise it is held or rejected, with the reason.</p>
      </ConfirmDialog>
    </>
  );
}
