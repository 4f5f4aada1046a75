import { updateRetention } from '@monkey-tracker/contract/retention';
import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useMay } from '../../../api/me.ts';
import { useTimeZone } from '../../../api/venue.ts';
import { Failure } from '../../../ui/states.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { retentionQuery, usePausePurge } from './archive.queries.ts';

/** How long archived shows are kept, what goes next, and whether anything holds it up. The numbers stay for good. */
export function RetentionNote() {
  const { data } = useQuery(retentionQuery);
  const may = useMay();
  const timeZone = useTimeZone();
  const pause = usePausePurge();
  if (!data) return null;
  return (
    <Group className="card" justify="space-between" component="section" aria-label="Retention">
      <div>
        <Text size="sm">
          {data.total} shows are kept for {data.months} months after they were made; their numbers stay for
          good.
          {data.nextAt !== null && (
            <>
              {' '}
              The next one goes <Moment at={data.nextAt} timeZone={timeZone} />.
            </>
          )}
          {data.due > 0 && ` ${data.due} are due.`}
        </Text>
        {data.paused && (
          <Text size="sm" fw={600}>
            Purging is paused{data.paused.by && ` by ${data.paused.by.displayName}`}.
          </Text>
        )}
        {data.stopped !== null && (
          <Text size="sm" fw={600}>
            <TriangleAlert aria-hidden size={16} /> {data.stopped}
          </Text>
        )}
        <Failure error={pause.error} />
      </div>
      {may(updateRetention) && (
        <Button
          variant="default"
          loading={pause.isPending}
          onClick={() => pause.mutate(data.paused === null)}
        >
          {data.paused ? 'Go on purging' : 'Pause purging'}
        </Button>
      )}
    </Group>
  );
}
