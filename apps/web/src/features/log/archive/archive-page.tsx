import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/states.tsx';
import { archiveQuery } from '../log.queries.ts';
import { ArchivedShowCard } from './archived-show.tsx';

export function ArchivePage() {
  const query = useQuery(archiveQuery);
  return (
    <Page title="Archive" lead="Shows that have left the log, last archived first">
      <Loaded query={query} what="Loading the archive">
        {(shows) =>
          shows.length === 0 ? (
            <Empty title="Nothing is archived yet">
              <Text c="dimmed">
                A show comes here by itself after it is over, or when somebody archives or deletes it.{' '}
                <Link to={paths.home}>Go to today</Link>
              </Text>
            </Empty>
          ) : (
            <Stack>
              {shows.map((show) => (
                <ArchivedShowCard key={show.id} show={show} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}
