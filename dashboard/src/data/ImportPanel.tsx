import { Facts } from '../parts/Facts';
import { Findings } from '../parts/Findings';
import { count } from '../parts/numbers';
import { RelativeTime } from '../parts/RelativeTime';
import { Rows } from '../parts/Rows';
import { SidePanel } from '../parts/SidePanel';
import { StatusWord } from '../parts/StatusWord';
import type { ImportResponse } from '../wire/types';

/** One file: what was noticed about it, and what became of its rows. */
export function ImportPanel({ file, onClose }: { file: ImportResponse | null; onClose: () => void }) {
  return (
    <SidePanel opened={file !== null} onClose={onClose} title={file?.file}>
      {file && (
        <Rows gap="large">
          {file.findings.length > 0 ? <Findings findings={file.findings} /> : <p className="quiet">Nothing was noticed: it is as the files before it were.</p>}
          <Facts facts={[
            ['State', <StatusWord key="state" state={file.state} />],
            ['Brings', file.kind],
            ['Came', <RelativeTime key="at" at={file.at} />],
            ['Sent by', file.actor],
            ['Rows read', count(file.rows_read)],
            ['New', count(file.imported)],
            ['Already known', count(file.already_known)],
            ['Set aside', count(file.set_aside)],
            ['New customers', count(file.customers)],
            ['From', <RelativeTime key="first" at={file.first} />],
            ['To', <RelativeTime key="last" at={file.last} />],
            ['Import', file.id],
          ]} />
        </Rows>
      )}
    </SidePanel>
  );
}
