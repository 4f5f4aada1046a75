import { createShow } from '@monkey-tracker/contract/shows';
import { showsPerDay } from '@monkey-tracker/contract/values';
import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../../api/me.ts';
import { useToday } from '../../../api/venue.ts';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/states.tsx';
import { useShows } from '../log.changes.ts';
import type { LoggedShow } from '../log.record.ts';
import { NewShow } from '../shows/new-show.tsx';
import { dateInWords } from './calendar-days.ts';
import { showsOn } from './day.ts';
import { DayNavigation } from './day-navigation.tsx';
import { DayShow } from './day-show.tsx';

export function DayPage({ date }: { date: string }) {
  const query = useShows();
  const may = useMay();
  const today = useToday();
  const count = query.data && showsOn(query.data, date).length;
  return (
    <Page
      title={dateInWords(date)}
      lead={
        <span className="numbers">
          {date === today && 'Today · '}
          {count ?? '…'} of {showsPerDay} shows{count === showsPerDay && ' · the day is full'}
        </span>
      }
      actions={
        <>
          <DayNavigation date={date} />
          {may(createShow) && <NewShow date={date} full={count === showsPerDay} />}
        </>
      }
    >
      <Loaded query={query} what="Loading the shows">
        {(shows) => <Shows shows={showsOn(shows, date)} />}
      </Loaded>
    </Page>
  );
}

function Shows({ shows }: { shows: LoggedShow[] }) {
  if (shows.length > 0) {
    return (
      <Stack>
        {shows.map((show) => (
          <DayShow key={show.id} show={show} />
        ))}
      </Stack>
    );
  }
  return (
    <Empty title="No shows on this day">
      <Text c="dimmed">
        Shows that are over are in the <Link to={paths.archive}>archive</Link>.
      </Text>
    </Empty>
  );
}
