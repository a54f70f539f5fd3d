import { Card } from '../parts/Card';
import { StatusWord } from '../parts/StatusWord';
import type { DefinitionChanged } from '../wire/types';
import { Consequences } from './Consequences';

export function Saved({ changed }: { changed: DefinitionChanged }) {
  return (
    <div role="status">
      <Card live={false} title="Saved" aside={<StatusWord state="done" filled />} note={changed.needs_restart.length > 0 ? 'Restart the server for the rest: stop it with Ctrl-C or SIGTERM and start it again.' : 'In force since just now.'}>
        <Consequences inForce={changed.in_force} needsRestart={changed.needs_restart} />
      </Card>
    </div>
  );
}
