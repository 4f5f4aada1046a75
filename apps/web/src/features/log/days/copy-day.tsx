import type { Show } from '@monkey-tracker/contract/shows';
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { CopyPlus } from 'lucide-react';
import { Loaded } from '../../../ui/loaded.tsx';
import { useChanges } from '../log.changes.ts';
import { archiveQuery } from '../log.queries.ts';
import { showValuesOf } from '../shows/show-values.ts';
import { dateInWords } from './calendar-days.ts';
import { lastDayBefore } from './day.ts';

interface Props {
  date: string;
  shows: readonly Show[];
}

/** The button and dialog that fill an empty day with the shows of the last one. */
export function CopyDay({ date, shows }: Props) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<CopyPlus aria-hidden size={18} />} onClick={open}>
        Copy the last day’s shows
      </Button>
      <Modal opened={opened} onClose={close} title="Copy the last day’s shows" size="lg">
        <LastDay date={date} shows={shows} />
      </Modal>
    </>
  );
}

/** The last day may be in the archive by now. */
function LastDay({ date, shows }: Props) {
  const query = useQuery(archiveQuery);
  return (
    <Loaded query={query} what="Looking for the last day">
      {(archived) => {
        const kept = archived.filter(({ deletedAt }) => deletedAt === undefined);
        const last = lastDayBefore<Show>(date, [...shows, ...kept]);
        return last ? <Copying date={date} last={last} /> : <Text>No day before this one has shows.</Text>;
      }}
    </Loaded>
  );
}

function Copying({ date, last }: { date: string; last: { date: string; shows: Show[] } }) {
  const { createShow } = useChanges();
  const copy = () => {
    for (const show of last.shows) createShow({ ...showValuesOf(show), date });
  };
  const count = `${last.shows.length} ${last.shows.length === 1 ? 'show' : 'shows'}`;
  return (
    <Stack>
      <Text>
        {dateInWords(last.date)} had {count}. They are made anew on {dateInWords(date)}, without entries.
      </Text>
      <List>
        {last.shows.map(({ id, time, label, leadPilot }) => (
          <List.Item key={id} style={{ overflowWrap: 'anywhere' }}>
            <span className="numbers">{time}</span> {label} · Lead pilot {leadPilot}
          </List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        <Button onClick={copy} data-autofocus>
          Copy {count}
        </Button>
      </Group>
    </Stack>
  );
}
