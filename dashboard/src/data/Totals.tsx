import { Card } from '../parts/Card';
import { bytes, count } from '../parts/numbers';
import { Stat } from '../parts/Stat';
import { Stats } from '../parts/Stats';
import type { StatsResponse } from '../wire/types';

/** How much is known. */
export function Totals({ stats }: { stats: StatsResponse }) {
  return (
    <Card title="What is known">
      <Stats>
        <Stat label="Customers" value={count(stats.customers)} to="/customers" />
        <Stat label="Events" value={count(stats.events.reduce((sum, one) => sum + one.count, 0))} />
        <Stat label="Notes" value={count(stats.notes)} />
        <Stat label="Profiles" value={count(stats.profiles)} />
        <Stat label="Outcomes" value={count(stats.outcomes)} />
        <Stat label="Labelled rows" value={count(stats.examples)} />
        <Stat label="Predictions" value={count(stats.predictions)} />
        <Stat label="Versions" value={count(stats.versions)} />
        <Stat label="Database" value={bytes(stats.database_bytes)} />
      </Stats>
    </Card>
  );
}
