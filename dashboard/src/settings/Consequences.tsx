import { Facts } from '../parts/Facts';

/** What a change does at once, and what only after a restart. */
export function Consequences({ inForce, needsRestart }: { inForce: readonly string[]; needsRestart: readonly string[] }) {
  if (inForce.length + needsRestart.length === 0) return <p className="quiet">Nothing Coppice goes by changes: only how it is written.</p>;
  return (
    <Facts facts={[
      ['In force at once', inForce.length === 0 ? 'nothing' : <Parts key="now" parts={inForce} />],
      ['After a restart', needsRestart.length === 0 ? 'nothing' : <Parts key="later" parts={needsRestart} />],
    ]} />
  );
}

function Parts({ parts }: { parts: readonly string[] }) {
  return <>{parts.map((one, index) => <span key={one}>{index > 0 && ', '}<code>{one}</code></span>)}</>;
}
