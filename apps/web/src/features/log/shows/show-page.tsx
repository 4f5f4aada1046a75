import { createEntry } from '@monkey-tracker/contract/entries';
import { updateShow } from '@monkey-tracker/contract/shows';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMay } from '../../../api/me.ts';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Notice } from '../../../ui/states.tsx';
import { Board } from '../board/board.tsx';
import { NumbersStrip } from '../board/numbers-strip.tsx';
import { useBoard } from '../board/use-board.ts';
import { CommandLine } from '../command/command-line.tsx';
import { dateInWords } from '../days/calendar-days.ts';
import { useShows } from '../log.changes.ts';
import type { LoggedShow } from '../log.record.ts';
import { TroubleNotice } from '../outbox/trouble-notice.tsx';
import { Others } from '../presence/others.tsx';
import { EditShow } from './edit-show.tsx';
import { LeaveLog } from './leave-log.tsx';
import { NotInLog } from './not-in-log.tsx';

interface Open {
  shows: readonly LoggedShow[];
  /** The entry that the address names. */
  entryId?: string;
}

export function ShowPage({ id, entryId }: { id: string; entryId?: string }) {
  const query = useShows();
  return (
    <Loaded query={query} what="Loading the show">
      {(shows) => {
        const show = shows.find((one) => one.id === id);
        return show ? (
          <LiveShow key={id} show={show} shows={shows} entryId={entryId} />
        ) : (
          <NotInLog id={id} />
        );
      }}
    </Loaded>
  );
}

function LiveShow({ show, shows, entryId }: Open & { show: LoggedShow }) {
  const may = useMay();
  const navigate = useNavigate();
  const board = useBoard(show, shows);
  const { id } = show;
  const toEntry = (entry?: string) =>
    void (entry === undefined
      ? navigate({ to: paths.show, params: { id }, replace: true })
      : navigate({ to: paths.entry, params: { id, entryId: entry } }));
  const gone = entryId !== undefined && !show.entries.some((entry) => entry.id === entryId);
  return (
    <Page
      title={`${show.time} ${show.label}`}
      windowTitle={`${show.label}, ${show.date} ${show.time}`}
      lead={<Facts show={show} />}
      actions={
        <>
          <Others showId={id} />
          {may(updateShow) && <EditShow show={show} />}
          <LeaveLog show={show} />
        </>
      }
    >
      {show.trouble && <TroubleNotice change={show.trouble} />}
      {gone && <Notice title="The entry that this address names is not in this show" />}
      <NumbersStrip entries={show.entries} />
      {may(createEntry) && <CommandLine show={show} rows={board.rows} />}
      <Board show={show} {...board} entryId={gone ? undefined : entryId} onEntry={toEntry} />
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
        {show.crew.length > 0 && ` · Crew ${show.crew.join(', ')}`}
      </div>
      {show.notes !== '' && <div className="prose">{show.notes}</div>}
    </>
  );
}
