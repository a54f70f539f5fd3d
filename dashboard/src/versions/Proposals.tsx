import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { ConfirmDialog } from '../parts/ConfirmDialog';
import { RelativeTime } from '../parts/RelativeTime';
import { useAction } from '../wire/actions';
import { usePreview } from '../wire/queries';
import { part, request } from '../wire/request';
import type { ProposalResponse } from '../wire/types';
import { Shock } from './Shock';

/** Promotions past gates that wait for a second person. */
export function Proposals({ proposals }: { proposals: readonly ProposalResponse[] }) {
  return (
    <Card title="Waits for a second person">
      {proposals.map((proposal) => <Proposal key={proposal.version} proposal={proposal} />)}
    </Card>
  );
}

function Proposal({ proposal }: { proposal: ProposalResponse }) {
  const [asked, setAsked] = useState<'approve' | 'withdraw' | null>(null);
  const { model, version } = proposal;
  const answer = useAction(({ what, by }: { what: string; by: string }) =>
    request(`/v1/models/${part(model)}/versions/${part(version)}/${what}`, { method: 'POST', json: { by: by || null } }));
  return (
    <div>
      <p><strong>{proposal.by}</strong> asks to promote {version} past {proposal.gates.join(', ') || 'its gates'}: {proposal.reason}</p>
      <p className="note">Asked <RelativeTime at={proposal.at} />, expires <RelativeTime at={proposal.expires_at} /></p>
      <Group gap="xs" mt={8}>
        <Button size="compact-sm" onClick={() => setAsked('approve')}>Approve {version}</Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsked('withdraw')}>Withdraw</Button>
      </Group>
      {asked && (
        <ConfirmDialog opened onClose={() => setAsked(null)} title={asked === 'approve' ? `Approve ${model} ${version}` : `Withdraw ${model} ${version}`} act={asked === 'approve' ? `Promote ${version}` : 'Withdraw the proposal'}
          size="xl" reason="none" onConfirm={({ person }) => answer.mutateAsync({ what: asked, by: person })}>
          {asked === 'approve' ? <Consequences model={model} version={version} by={proposal.by} /> : <p>The promotion is off the table; the champion stays. It can be proposed again.</p>}
        </ConfirmDialog>
      )}
    </div>
  );
}

function Consequences({ model, version, by }: { model: string; version: string; by: string }) {
  const preview = usePreview(model, version);
  return (
    <>
      <p>{version} answers from the next request on, by the word of {by} and yours. The two must be different persons.</p>
      <Answer query={preview} shape="table" height={160}>{(data) => (data.shock ? <Shock shock={data.shock} model={model} /> : null)}</Answer>
    </>
  );
}
