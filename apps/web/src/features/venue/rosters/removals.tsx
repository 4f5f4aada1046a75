import { readRosterUses, type RosterUse, type Staff } from '@monkey-tracker/contract/staff';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { Notice } from '../../../ui/states.tsx';

const parts: Record<keyof Staff, string> = {
  crew: 'is in the crew of',
  pilots: 'flies in',
  monkeyLeads: 'is monkey lead of',
};

/** What it means for shows that are planned or running when names leave the rosters. */
export function Removals({ removed }: { removed: { roster: keyof Staff; person: string }[] }) {
  const { data } = useQuery({
    queryKey: ['staff', 'uses'],
    queryFn: ({ signal }) => call(readRosterUses, {}, { signal }),
    enabled: removed.length > 0,
    staleTime: 10_000,
  });
  const missed = (data?.uses ?? []).filter(({ roster, name }) =>
    removed.some((one) => one.roster === roster && one.person === name),
  );
  if (missed.length === 0) return null;
  return (
    <Notice title="Shows have names that you take off">
      {missed.map((use) => (
        <Text key={use.roster + use.name}>{sentenceOf(use)}</Text>
      ))}
      <Text>They keep them; forms no longer offer them.</Text>
    </Notice>
  );
}

const sentenceOf = ({ roster, name, shows, next }: RosterUse) =>
  `${name} ${parts[roster]} ${shows === 1 ? 'one active show' : `${shows} active shows`}, first ${next.label} on ${next.date} at ${next.time}.`;
