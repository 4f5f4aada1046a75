import { createShow } from '@monkey-tracker/contract/shows';
import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Tv } from 'lucide-react';
import { useMay } from '../../../api/me.ts';
import { useNow } from '../../../api/now.ts';
import { useTimeZone, useToday } from '../../../api/venue.ts';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Loading } from '../../../ui/states.tsx';
import { useShows } from '../log.changes.ts';
import type { LoggedShow } from '../log.record.ts';
import { NewShow } from '../shows/new-show.tsx';
import { dateInWords, daysLater } from './calendar-days.ts';
import { showsOn } from './day.ts';
import { DayNavigation } from './day-navigation.tsx';
import { DayShows } from './day-shows.tsx';
import { DaySlots } from './day-slots.tsx';
import { EmptyDay } from './empty-day.tsx';
import { frontOf, inTime } from './front.ts';
import { FirstStepsLink } from './first-steps-link.tsx';
import { NewDay } from './new-day.tsx';

export function DayPage({ date }: { date: string }) {
  const query = useShows();
  const may = useMay();
  const today = useToday();
  const count = query.data && showsOn(query.data, date).length;
  return (
    <Page
      title={dateInWords(date)}
      lead={
        <Group gap="sm">
          {date === today && <span>Today</span>}
          {count !== undefined && <DaySlots count={count} />}
        </Group>
      }
      actions={
        <>
          <DayNavigation date={date} />
          {date === today && (
            <Button
              variant="default"
              visibleFrom="sm"
              leftSection={<Tv aria-hidden size={18} />}
              renderRoot={(props) => <Link {...props} to={paths.wall} />}
            >
              Wall display
            </Button>
          )}
          {may(createShow) && <NewShow date={date} count={count ?? 0} />}
        </>
      }
    >
      <Loaded query={query} what="Loading the shows">
        {(shows) => <Day shows={shows} date={date} today={today} />}
      </Loaded>
      <FirstStepsLink />
    </Page>
  );
}

function Day({ shows, date, today }: { shows: LoggedShow[]; date: string; today: string | undefined }) {
  const timeZone = useTimeZone();
  const now = useNow();
  if (timeZone === undefined) return <Loading />;
  const timed = inTime(shows, now, timeZone);
  const current = frontOf(timed, now, timeZone);
  // After midnight the running show is in front on the day it began, and on the new one.
  const front = date === today || current?.show.date === date ? current : undefined;
  const ofDay = timed.filter(({ show }) => show.date === date);
  return (
    <>
      {today !== undefined && date === daysLater(today, -1) && <NewDay today={today} />}
      {(ofDay.length > 0 || front) && <DayShows timed={ofDay} front={front} now={now} timeZone={timeZone} />}
      {ofDay.length === 0 && <EmptyDay date={date} shows={shows} />}
    </>
  );
}
