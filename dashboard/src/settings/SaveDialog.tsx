import { ConfirmDialog, type Confirmation } from '../parts/ConfirmDialog';
import { ChangedLines } from './ChangedLines';
import { Consequences } from './Consequences';

interface Props {
  opened: boolean;
  onClose: () => void;
  before: string;
  after: string;
  inForce: readonly string[];
  needsRestart: readonly string[];
  onConfirm: (given: Confirmation) => Promise<unknown>;
}

/** What changes, what that does and when; how to undo it. */
export function SaveDialog({ opened, onClose, before, after, inForce, needsRestart, onConfirm }: Props) {
  return (
    <ConfirmDialog opened={opened} onClose={onClose} title="Save the definition file" act="Save and put in force" size="xl" onConfirm={onConfirm}>
      <ChangedLines before={before} after={after} />
      <Consequences inForce={inForce} needsRestart={needsRestart} />
      <p className="note">Running retrains end by the old rules. The text as it was stays in the history: one click brings it back.</p>
    </ConfirmDialog>
  );
}
