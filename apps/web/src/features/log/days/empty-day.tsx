import { createShow, type Show } from '@monkey-tracker/contract/shows';
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../../api/me.ts';
import { paths } from '../../../app/paths.ts';
import { Empty } from '../../../ui/states.tsx';
import { CopyDay } from './copy-day.tsx';

/** A day without shows, with the next step for whoever looks at it. */
export function EmptyDay({ date, shows }: { date: string; shows: readonly Show[] }) {
  const creates = useMay()(createShow);
  return (
    <Empty title="No shows on this day">
      <Text c="dimmed" ta="center">
        {creates
          ? 'Make the first with New show, or begin with the last day that had some.'
          : 'They appear here as soon as a dispatcher makes them.'}{' '}
        Shows that are over are in the <Link to={paths.archive}>archive</Link>.
      </Text>
      {creates && <CopyDay date={date} shows={shows} />}
    </Empty>
  );
}
