import './archive.css';
import { type ArchivedShow, restoreShow } from '@monkey-tracker/contract/archive';
import { Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useMay } from '../../../api/me.ts';
import { useTimeZone } from '../../../api/venue.ts';
import { paths } from '../../../app/paths.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/states.tsx';
import { NumbersStrip } from '../board/numbers-strip.tsx';
import { EntryTable } from '../entries/entry-table.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { History } from './history.tsx';
import { Restore } from './restore.tsx';

/** An archived show in full, as it was: to read, to print on one page, to bring back. */
export function ArchivedShowPage({ show }: { show: ArchivedShow }) {
  const may = useMay();
  const timeZone = useTimeZone();
  const name = `${show.date} ${show.time} ${show.label}`;
  return (
    <Page
      title={`${show.time} ${show.label}`}
      windowTitle={`${show.label}, ${show.date} ${show.time}`}
      lead={
        <>
          <div>
            {show.date} · Lead pilot {show.leadPilot} · Monkey lead {show.monkeyLead}
            {show.crew.length > 0 && ` · Crew ${show.crew.join(', ')}`}
          </div>
          <Text size="sm">
            {show.deletedAt === undefined ? 'Archived' : 'Deleted'}{' '}
            <Moment at={show.deletedAt ?? show.archivedAt} timeZone={timeZone} /> ·{' '}
            <Link to={paths.archive}>All archived shows</Link>
          </Text>
          {show.notes !== '' && <div className="prose">{show.notes}</div>}
        </>
      }
      actions={
        <>
          <ExportDialog what={{ id: show.id }} title={`Export ${name}`} />
          <Button
            variant="default"
            className="no-print"
            leftSection={<Printer aria-hidden size={18} />}
            onClick={() => print()}
          >
            Print
          </Button>
          {may(restoreShow) && <Restore id={show.id} name={name} />}
        </>
      }
    >
      <Stack>
        <NumbersStrip entries={show.entries} />
        {show.entries.length === 0 && <Empty title="Nothing was logged" />}
        {show.entries.length > 0 && <EntryTable entries={show.entries} label={`Entries of ${name}`} />}
        <History showId={show.id} />
      </Stack>
    </Page>
  );
}
