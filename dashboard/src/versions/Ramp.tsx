import { Button, Group, Progress } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { Card } from '../parts/Card';
import { CodeLink } from '../parts/CodeLink';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { count, percent } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { useAction } from '../wire/actions';
import { part, request } from '../wire/request';
import type { RampResponse } from '../wire/types';

/** A version that takes over from the champion customer by customer: how far it is, what comes next, and how to stop it. */
export function Ramp({ ramp }: { ramp: RampResponse }) {
  const [asked, setAsked] = useState(false);
  const { model, version, from } = ramp;
  const stop = useAction(({ person, reason }: { person: string; reason: string }) =>
    request<RampResponse>(`/v1/models/${part(model)}/ramp/stop`, { method: 'POST', json: { by: person || null, reason: reason || null } }));
  return (
    <Card title={`${version} is taking over from ${from}`} note={<>since <RelativeTime at={ramp.started_at} />, {ramp.steps.length === 1 ? 'its first step' : `step ${ramp.steps.length}`}</>}>
      <p><strong>{share(ramp.share)}</strong> of the customers are answered by {version}, always the same ones; {from} answers the others.</p>
      <Progress value={ramp.share * 100} mt={8} mb={8} aria-label={`${share(ramp.share)} of the customers`} />
      <p className="note"><Next ramp={ramp} /></p>
      <Group gap="xs" mt={8}>
        <Button size="compact-sm" variant="default" onClick={() => setAsked(true)}>Stop it</Button>
        <Link href={`/models/${encodeURIComponent(model)}/versions`} className="note">Promote it by hand to let it answer everybody now</Link>
      </Group>
      {asked && (
        <ConfirmDialog opened onClose={() => setAsked(false)} title={`Stop ${model} ${version} from taking over`} act={`Let ${from} answer everybody`} danger onConfirm={(given) => stop.mutateAsync(given)}>
          <p>{from} answers everybody from the next request on. {version} stays and can be promoted by hand.</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}

function Next({ ramp }: { ramp: RampResponse }) {
  if (ramp.holds) return <>It stays at this step until somebody has looked: {ramp.holds}. {ramp.code && <CodeLink code={ramp.code} />}</>;
  const seen = ramp.customers === null ? null : `${count(ramp.customers)} customers answered in this step, ${count(ramp.customers_of_challenger ?? 0)} of them by ${ramp.version}. `;
  const next = ramp.next_share === 1 ? 'everybody' : share(ramp.next_share ?? 1);
  return <>{seen}Next: {next}, <RelativeTime at={ramp.next_at} /> at the earliest{ramp.reason ? `; ${ramp.reason}` : ''}.</>;
}

const share = (value: number) => percent(value, value < 0.1 && value * 100 % 1 !== 0 ? 2 : 0);
