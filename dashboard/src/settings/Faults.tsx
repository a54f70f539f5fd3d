import type { DefinitionFault } from '../wire/types';
import classes from './Faults.module.css';

/** What is wrong and where; a click goes there. */
export function Faults({ faults, onOpen }: { faults: readonly DefinitionFault[]; onOpen: (fault: DefinitionFault) => void }) {
  return (
    <ul id="definition-faults" className={classes.faults} aria-live="polite">
      {faults.map((fault) => (
        <li key={`${fault.line} ${fault.column} ${fault.sentence}`}>
          <button type="button" className={classes.place} onClick={() => onOpen(fault)}>line {fault.line}, column {fault.column}</button>
          <span>{fault.sentence}{fault.nearest && !fault.sentence.includes(fault.nearest) && <> Nearest is <code>{fault.nearest}</code>.</>}</span>
        </li>
      ))}
    </ul>
  );
}
