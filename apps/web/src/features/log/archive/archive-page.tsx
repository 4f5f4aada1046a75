import './archive.css';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useToday } from '../../../api/venue.ts';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/states.tsx';
import { archivedShowsQuery } from './archive.queries.ts';
import { type ArchiveSearch, archiveSearch } from './archive-search.ts';
import { ArchivedShowLine } from './archived-line.tsx';
import { DayCard } from './day-card.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { HeatMap } from './heat-map.tsx';
import { RetentionNote } from './retention-note.tsx';

/** Shows that have left the log: a calendar of how the days went, and a list to search. */
export function ArchivePage() {
  const search = archiveSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const today = useToday();
  const go = (change: ArchiveSearch) =>
    void navigate({ to: paths.archive, search: archiveSearch({ ...search, ...change }), replace: true });
  const range = { from: search.from, to: search.to };
  return (
    <Page
      title="Archive"
      lead="Shows that have left the log, the latest date first"
      actions={<ExportDialog what={range} title="Export archived entries" />}
    >
      {today && (
        <HeatMap
          metric={search.metric ?? 'completionRate'}
          onMetric={(metric) => go({ metric })}
          to={today}
        />
      )}
      <Group align="flex-end" component="search">
        <TextInput
          type="search"
          label="Search"
          placeholder="Name, unit, battery, issue"
          value={search.q ?? ''}
          onChange={({ currentTarget }) => go({ q: currentTarget.value })}
        />
        <TextInput
          type="date"
          label="From"
          value={search.from ?? ''}
          onChange={({ currentTarget }) => go({ from: currentTarget.value })}
        />
        <TextInput
          type="date"
          label="To"
          value={search.to ?? ''}
          onChange={({ currentTarget }) => go({ to: currentTarget.value })}
        />
        {Object.keys(search).length > 0 && (
          <Button variant="default" onClick={() => go({ q: '', from: '', to: '', metric: undefined })}>
            All shows
          </Button>
        )}
      </Group>
      {search.from !== undefined && search.from === search.to && <DayCard date={search.from} />}
      <Shows search={search} />
      <RetentionNote />
    </Page>
  );
}

function Shows({ search }: { search: ArchiveSearch }) {
  const query = useInfiniteQuery(archivedShowsQuery(search));
  return (
    <Loaded query={query} what="Loading the archive">
      {({ pages }) => {
        const shows = pages.flatMap((page) => page.shows);
        if (shows.length === 0) return <Nothing searched={Object.keys(search).length > 0} />;
        return (
          <Stack>
            <ul className="archive-list" aria-label="Archived shows">
              {shows.map((show) => (
                <ArchivedShowLine key={show.id} show={show} />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button
                variant="default"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                Show more
              </Button>
            )}
          </Stack>
        );
      }}
    </Loaded>
  );
}

function Nothing({ searched }: { searched: boolean }) {
  if (searched) return <Empty title="No archived show fits" />;
  return (
    <Empty title="Nothing is archived yet">
      <Text c="dimmed">
        A show comes here by itself after it is over, or when somebody archives or deletes it.{' '}
        <Link to={paths.today}>Go to today</Link>
      </Text>
    </Empty>
  );
}
