import { listAudit } from '@monkey-tracker/contract/audit';
import { rosterChange } from '@monkey-tracker/contract/roster-changes';
import { staff } from '@monkey-tracker/contract/staff';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../../api/call.ts';
import { useTimeZone } from '../../../api/venue.ts';
import { Card } from '../../../ui/card.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { rosterTitles } from './roster-titles.ts';

/** Who changed the rosters when, and how. */
export function RosterHistory() {
  const timeZone = useTimeZone();
  const query = useInfiniteQuery({
    queryKey: ['staff', 'history'],
    queryFn: ({ pageParam, signal }) =>
      call(listAudit, { query: { type: 'staff.updated', cursor: pageParam, limit: 10 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    staleTime: 0,
  });
  return (
    <Card title="History">
      <Loaded query={query} what="Loading the history">
        {({ pages }) => {
          const events = pages.flatMap(({ events }) => events);
          if (events.length === 0) return <Text c="dimmed">Nobody has changed them yet.</Text>;
          return (
            <Stack component="ul" className="plain-list" gap="sm">
              {events.map(({ seq, at, actor, before, after }) => (
                <li key={seq}>
                  <Text>{differences(before, after)}</Text>
                  <Text size="sm" c="dimmed">
                    {actor?.displayName ?? 'The system'} · <Moment at={at} timeZone={timeZone} />
                  </Text>
                </li>
              ))}
            </Stack>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <Group>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            Older changes
          </Button>
        </Group>
      )}
    </Card>
  );
}

/** "Pilots: + Bea − Nick" for each roster that changed. */
function differences(before: unknown, after: unknown): string {
  const [old, now] = [staff.safeParse(before), staff.safeParse(after)];
  if (!old.success || !now.success) return 'Changed';
  const parts = rosterTitles.flatMap(([name, title]) => {
    const { added, removed } = rosterChange(old.data[name], now.data[name]);
    const signs = [...added.map((one) => `+ ${one}`), ...removed.map((one) => `− ${one}`)];
    return signs.length === 0 ? [] : [`${title}: ${signs.join(', ')}`];
  });
  return parts.length === 0 ? 'Saved without a change' : parts.join(' · ');
}
