import { Button, Chip } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { useNow } from '../parts/clock';
import { EmptyState } from '../parts/EmptyState';
import { Line } from '../parts/Line';
import { date } from '../parts/times';
import { useTimeline } from '../wire/pages';
import { daysOf } from './days';
import { Happening } from './Happening';
import classes from './Timeline.module.css';

const kinds = [['event', 'Events'], ['note', 'Notes'], ['prediction', 'Predictions'], ['outcome', 'Outcomes'], ['profile', 'Profiles']] as const;

/** What they did and said, what was said about them and what came true, by day, newest first. */
export function Timeline({ customer, onOpen }: { customer: string; onOpen: (prediction: string) => void }) {
  const timeline = useTimeline(customer);
  const now = useNow();
  const [shown, setShown] = useState<string[]>(kinds.map(([kind]) => kind));
  const entries = useMemo(() => timeline.data?.pages.flatMap((page) => page.entries) ?? [], [timeline.data]);
  const days = useMemo(() => daysOf(entries.filter((entry) => shown.includes(entry.kind))), [entries, shown]);
  return (
    <Card title="What happened" note="By day, newest first; alike events that follow each other stand in one line.">
      <Chip.Group multiple value={shown} onChange={setShown}>
        <Line>{kinds.map(([kind, label]) => <Chip key={kind} value={kind} size="xs">{label}</Chip>)}</Line>
      </Chip.Group>
      <Answer query={timeline} shape="table">
        {() => (days.length === 0
          ? <EmptyState title="Nothing of this kind">Events, notes, predictions and outcomes appear here as they come.</EmptyState>
          : (
            <ol className={classes.days}>
              {days.map(({ day, since, groups }) => (
                <li key={day} className={classes.day}>
                  <h3 className={classes.date}>{date(day, now)}{since !== day && ` – ${date(since, now)}`}</h3>
                  <ul className={classes.groups}>{groups.map((group, index) => <Happening key={index} group={group} over={day === since ? 'a day' : 'days'} onOpen={onOpen} />)}</ul>
                </li>
              ))}
            </ol>
          ))}
      </Answer>
      {timeline.hasNextPage && (
        <Button variant="default" size="xs" loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()} style={{ alignSelf: 'flex-start' }}>Older</Button>
      )}
    </Card>
  );
}
