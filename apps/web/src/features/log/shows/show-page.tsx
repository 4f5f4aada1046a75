import { createEntry } from '@monkey-tracker/contract/entries';
import { updateShow } from '@monkey-tracker/contract/shows';
import { Grid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useMay } from '../../../api/me.ts';
import { staffQuery } from '../../../api/venue.ts';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/states.tsx';
import { CommandLine } from '../command/command-line.tsx';
import { lineupRows } from '../command/lineup-rows.ts';
import { dateInWords } from '../days/calendar-days.ts';
import { EntryTable } from '../entries/entry-table.tsx';
import { NewEntry } from '../entries/new-entry.tsx';
import { useShows } from '../log.changes.ts';
import type { LoggedShow } from '../log.record.ts';
import { TroubleNotice } from '../outbox/trouble-notice.tsx';
import { ShowNumbers } from '../show-numbers.tsx';
import { EditShow } from './edit-show.tsx';
import { LeaveLog } from './leave-log.tsx';

export function ShowPage({ id }: { id: string }) {
  const query = useShows();
  return (
    <Loaded query={query} what="Loading the show">
      {(shows) => {
        const show = shows.find((one) => one.id === id);
        return show ? <LiveShow key={id} show={show} shows={shows} /> : <NotInLog />;
      }}
    </Loaded>
  );
}

function NotInLog() {
  return (
    <Page title="This show is not in the log">
      <Empty title="It may have been archived, or deleted">
        <Text>
          Look in the <Link to={paths.archive}>archive</Link>, or go to <Link to={paths.home}>today</Link>.
        </Text>
      </Empty>
    </Page>
  );
}

function LiveShow({ show, shows }: { show: LoggedShow; shows: readonly LoggedShow[] }) {
  const may = useMay();
  const logs = may(createEntry);
  const { data: staff } = useQuery(staffQuery);
  const rows = useMemo(() => lineupRows(staff?.pilots ?? [], show, shows), [staff, show, shows]);
  return (
    <Page
      title={`${show.time} ${show.label}`}
      windowTitle={`${show.label}, ${show.date} ${show.time}`}
      lead={<Facts show={show} />}
      actions={
        <>
          {may(updateShow) && <EditShow show={show} />}
          <LeaveLog show={show} />
        </>
      }
    >
      {show.trouble && <TroubleNotice change={show.trouble} />}
      {logs && <CommandLine show={show} rows={rows} />}
      <Grid gap="xl">
        {logs && (
          <Grid.Col span={{ base: 12, md: 5 }}>
            <NewEntry show={show} />
          </Grid.Col>
        )}
        <Grid.Col span={{ base: 12, md: logs ? 7 : 12 }}>
          <Stack>
            <Title order={2} size="h3">
              Entries
            </Title>
            <ShowNumbers entries={show.entries} />
            {show.entries.length === 0 && <Empty title="Nothing logged yet" />}
            {show.entries.length > 0 && <EntryTable entries={show.entries} label="Entries" show={show} />}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Facts({ show }: { show: LoggedShow }) {
  return (
    <>
      <div>
        <Link to={paths.day} params={{ date: show.date }}>
          {dateInWords(show.date)}
        </Link>
        {` · Lead pilot ${show.leadPilot} · Monkey lead ${show.monkeyLead}`}
      </div>
      {show.crew.length > 0 && <div>Crew: {show.crew.join(', ')}</div>}
      {show.notes !== '' && <div className="prose">{show.notes}</div>}
    </>
  );
}
