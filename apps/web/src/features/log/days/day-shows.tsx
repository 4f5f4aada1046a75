import { Stack, Title } from '@mantine/core';
import { useId } from 'react';
import type { LoggedShow } from '../log.record.ts';
import { DayShow } from './day-show.tsx';
import { phaseInWords, type Timed } from './front.ts';
import { FrontShow } from './front-show.tsx';

interface Props {
  timed: readonly Timed<LoggedShow>[];
  front: Timed<LoggedShow> | undefined;
  now: number;
  timeZone: string;
}

/** The shows of a day: the one that matters now, what comes, what is over. */
export function DayShows({ timed, front, now, timeZone }: Props) {
  const rest = timed.filter((one) => one !== front);
  const part = (title: string, shows: Timed<LoggedShow>[]) => (
    <Part title={title} shows={shows} now={now} timeZone={timeZone} />
  );
  return (
    <Stack gap="lg">
      {front && <FrontShow timed={front} words={phaseInWords(front, now, timeZone)} />}
      {part(
        front ? 'Coming' : 'Planned',
        rest.filter(({ start }) => start > now),
      )}
      {part(
        'Earlier',
        rest.filter(({ start }) => start <= now),
      )}
    </Stack>
  );
}

function Part({
  title,
  shows,
  now,
  timeZone,
}: { title: string; shows: Timed<LoggedShow>[] } & Pick<Props, 'now' | 'timeZone'>) {
  const id = useId();
  if (shows.length === 0) return null;
  return (
    <Stack component="section" gap="xs" aria-labelledby={id}>
      <Title order={2} size="h4" c="dimmed" id={id}>
        {title}
      </Title>
      {shows.map((one) => (
        <DayShow key={one.show.id} timed={one} words={phaseInWords(one, now, timeZone)} />
      ))}
    </Stack>
  );
}
