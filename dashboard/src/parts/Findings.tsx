import { Checkbox } from '@mantine/core';
import type { QualityFinding } from '../wire/types';
import { CodeLink } from './CodeLink';
import classes from './Findings.module.css';
import { StatusWord } from './StatusWord';

interface Props {
  findings: readonly QualityFinding[];
  /** Codes that a person has accepted, where accepting is possible here. */
  accepted?: readonly string[];
  onAccept?: (code: string, isAccepted: boolean) => void;
}

/** What is not as it was: blocking before warning, each with what was expected, what was found and what to do. */
export function Findings({ findings, accepted = [], onAccept }: Props) {
  const ordered = [...findings].sort((a, b) => weight(b) - weight(a));
  const blocking = [...new Set(findings.filter((finding) => finding.severity === 'blocking' && !finding.accepted).map((finding) => finding.code))];
  return (
    <ul className={classes.list}>
      {ordered.map((finding) => (
        <li key={`${finding.code} ${finding.column} ${finding.sentence}`} className={classes.item}>
          <StatusWord state={finding.accepted ? 'accepted' : finding.severity} />
          <div>
            <p className={classes.sentence}>{finding.sentence}</p>
            <CodeLink code={finding.code} />
          </div>
        </li>
      ))}
      {onAccept && blocking.map((code) => (
        <li key={code} className={classes.accept}>
          <Checkbox checked={accepted.includes(code)} onChange={(event) => onAccept(code, event.currentTarget.checked)}
            label={`It is meant to be so: accept ${code}`} description="The file is taken in, and later ones are held against it too. Who accepted it stands in the audit." />
        </li>
      ))}
    </ul>
  );
}

const weight = (finding: QualityFinding) => (finding.severity === 'blocking' ? 1 : 0);
