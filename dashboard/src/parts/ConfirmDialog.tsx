import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { readPerson, rememberPerson } from '../wire/person';
import { ErrorState } from './ErrorState';

export interface Confirmation {
  reason: string;
  person: string;
}

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen: who moves, what is uncertain, how to undo. */
  children: ReactNode;
  /** The button says what it will do. */
  act: string;
  danger?: boolean;
  /** Whether the audit wants a reason. */
  reason?: 'required' | 'optional' | 'none';
  onConfirm: (given: Confirmation) => Promise<unknown>;
  size?: string;
}

/** Shows the consequences, asks for who and why, keeps what was typed when the server refuses. */
export function ConfirmDialog({ opened, onClose, title, children, act, danger, reason = 'optional', onConfirm, size = 'lg' }: Props) {
  const [why, setWhy] = useState('');
  const [person, setPerson] = useState(readPerson);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const isReady = (reason !== 'required' || why.trim() !== '') && !busy;

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    setError(null);
    try {
      rememberPerson(person.trim());
      await onConfirm({ reason: why.trim(), person: person.trim() });
      setWhy('');
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal opened={opened} onClose={onClose} title={title} size={size} lockScroll={false} closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={(event) => void confirm(event)}>
        <Stack gap="md">
          {children}
          {reason !== 'none' && (
            <Textarea label="Reason" description="Stands in the audit." required={reason === 'required'} withAsterisk={reason === 'required'} autosize={false} rows={2}
              value={why} onChange={(event) => setWhy(event.currentTarget.value)} data-autofocus />
          )}
          <TextInput label="Your name" description="Stands in the audit beside it." value={person} onChange={(event) => setPerson(event.currentTarget.value)} />
          {error !== null && <ErrorState error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>Cancel</Button>
            <Button type="submit" color={danger ? 'red' : undefined} loading={busy} disabled={!isReady && !busy}>{act}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
