import { Link } from 'wouter';
import { Answer } from '../parts/Answer';
import { Facts } from '../parts/Facts';
import { labelOf } from '../parts/metrics';
import { ModelName } from '../parts/ModelName';
import { RelativeTime } from '../parts/RelativeTime';
import { Rows } from '../parts/Rows';
import { SidePanel } from '../parts/SidePanel';
import { useAuditPlace } from '../wire/pages';
import type { AuditEntry } from '../wire/types';
import { deedOf } from './deeds';

/** One entry, whole, with its place in the chain. */
export function EntryPanel({ entry, onClose }: { entry: AuditEntry | null; onClose: () => void }) {
  const place = useAuditPlace(entry?.position ?? null);
  return (
    <SidePanel opened={entry !== null} onClose={onClose} title={entry ? `Entry ${entry.position}` : undefined}>
      {entry && (
        <Rows gap="large">
          <p><strong>{entry.actor}</strong> {deedOf(entry.kind)} <strong>{entry.subject}</strong></p>
          <Facts facts={[
            ['When', <RelativeTime at={entry.at} />],
            ['Deed', <code>{entry.kind}</code>],
            ['Model', entry.model ? <ModelName model={entry.model} /> : '–'],
            ...factsOf(entry.facts),
          ]} />
          <Answer query={place} shape="text">
            {(data) => <Facts facts={[['Hash', <code>{data.hash}</code>], ['Chain', data.first_break === null ? 'whole, before and after it' : `broken at entry ${data.first_break}`]]} />}
          </Answer>
        </Rows>
      )}
    </SidePanel>
  );
}

function factsOf(facts: unknown): Array<readonly [string, React.ReactNode]> {
  if (typeof facts !== 'object' || facts === null) return [];
  return Object.entries(facts).map(([name, value]) => [labelOf(name), name === 'run' && typeof value === 'number' ? <Link href={`/runs/${value}`}>{value}</Link> : said(value)] as const);
}

function said(value: unknown): React.ReactNode {
  if (value === null) return '–';
  if (typeof value === 'object') return <code>{JSON.stringify(value)}</code>;
  return String(value);
}
