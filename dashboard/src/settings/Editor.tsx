import { Button } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { Card } from '../parts/Card';
import { ErrorState } from '../parts/ErrorState';
import { Line } from '../parts/Line';
import { Rows } from '../parts/Rows';
import { StatusWord } from '../parts/StatusWord';
import { useAction } from '../wire/actions';
import type { DefinitionChanged, DefinitionFault, DefinitionResponse } from '../wire/types';
import { useDefinitionCheck, writeDefinition } from '../wire/definition';
import { Consequences } from './Consequences';
import { Faults } from './Faults';
import { Lines, type LinesHandle } from './Lines';
import { SaveDialog } from './SaveDialog';
import { Saved } from './Saved';

interface Props {
  definition: DefinitionResponse;
  typed: string | null;
  onType: (text: string | null) => void;
}

/** The definition file: checked as one types, written with its consequences in view. */
export function Editor({ definition, typed, onType }: Props) {
  const text = typed ?? definition.text;
  const [checked] = useDebouncedValue(text, 300);
  const check = useDefinitionCheck(checked, true);
  const [isOpen, { open, close }] = useDisclosure();
  const [saved, setSaved] = useState<DefinitionChanged | null>(null);
  const [madeFrom, setMadeFrom] = useState<DefinitionResponse | null>(null);
  const lines = useRef<LinesHandle>(null);
  const base = madeFrom ?? definition;
  const isChanged = text !== base.text;
  const isOvertaken = madeFrom !== null && madeFrom.sha256 !== definition.sha256 && isChanged;
  const faults: readonly DefinitionFault[] = check.data?.problems ?? [];
  const isCurrent = checked === text && !check.isPlaceholderData && check.data !== undefined;
  const write = useAction((given: { reason: string; person: string }) => writeDefinition(text, base.sha256, given));

  function type(next: string) {
    setSaved(null);
    // The text a change is made from is the one that stood there when it began.
    if (madeFrom === null) setMadeFrom(definition);
    onType(next);
  }

  function forget() {
    setMadeFrom(null);
    onType(null);
  }

  return (
    <Rows gap="large">
      {saved && <Saved changed={saved} />}
      {isOvertaken && (
        <Card live={false} title="Somebody else has changed the file meanwhile" aside={<StatusWord state="warning" filled />}>
          <p>What you typed is kept. Start from the new text to keep both changes: copy yours first.</p>
          <Line><Button variant="default" onClick={forget}>Start from the new text</Button></Line>
        </Card>
      )}
      <Card live={false} title="coppice.yaml" aside={<State faults={faults} isCurrent={isCurrent} isChanged={isChanged} />}
        note="Everything Coppice goes by. It is checked as you type, and nothing is written before you save.">
        <Lines ref={lines} value={text} onChange={type} faults={faults} />
        <Faults faults={faults} onOpen={(fault) => lines.current?.goTo(fault.line, fault.column)} />
        {check.error && <ErrorState error={check.error} onRetry={() => void check.refetch()} />}
        {definition.needs_restart.length > 0 && !isChanged && <p className="note">Not in force before the server restarts: {definition.needs_restart.join(', ')}.</p>}
        {isChanged && check.data && faults.length === 0 && <Consequences inForce={check.data.in_force} needsRestart={check.data.needs_restart} />}
        <Line>
          <Button disabled={!isChanged || !isCurrent || faults.length > 0} onClick={open}>Save…</Button>
          <Button variant="default" disabled={!isChanged} onClick={forget}>Discard changes</Button>
        </Line>
      </Card>
      <SaveDialog opened={isOpen} onClose={close} before={base.text} after={text} inForce={check.data?.in_force ?? []} needsRestart={check.data?.needs_restart ?? []}
        onConfirm={async (given) => {
          const changed = await write.mutateAsync(given);
          setSaved(changed);
          forget();
        }} />
    </Rows>
  );
}

function State({ faults, isCurrent, isChanged }: { faults: readonly DefinitionFault[]; isCurrent: boolean; isChanged: boolean }) {
  if (!isCurrent) return <StatusWord state="running" word="checking" filled />;
  if (faults.length > 0) return <StatusWord state="wrong" word={faults.length === 1 ? 'one mistake' : `${faults.length} mistakes`} filled />;
  return isChanged ? <StatusWord state="watch" word="can be saved" filled /> : <StatusWord state="right" word="as it is on disk" filled />;
}

