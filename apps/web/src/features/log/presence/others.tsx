import { Avatar, Group, VisuallyHidden } from '@mantine/core';
import { useAccount } from '../../../api/me.ts';
import { initialsOf, peopleOn } from './people.ts';
import { useOtherPages } from './whereabouts.ts';

/** Who else looks at a show now. */
export function Others({ showId }: { showId: string }) {
  const { id } = useAccount();
  const people = peopleOn(useOtherPages(), showId, id);
  const names = people.map(({ displayName }) => displayName).join(', ');
  return (
    <Group
      component="output"
      gap={4}
      wrap="nowrap"
      aria-label="Also here"
      title={names && `Also here: ${names}`}
    >
      {people.map((person) => (
        <Avatar key={person.id} size={32} variant="filled" color="gray.8" aria-hidden>
          {initialsOf(person.displayName)}
        </Avatar>
      ))}
      {names && <VisuallyHidden>Also here: {names}</VisuallyHidden>}
    </Group>
  );
}
