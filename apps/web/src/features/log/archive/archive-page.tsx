import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
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
            <Empty title="Nothing is archived yet" />
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
