import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTimeZone } from '../../api/venue.ts';
import { paths } from '../../app/paths.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditRow } from './audit-row.tsx';
import { auditFilter, auditSearch } from './audit-search.ts';
import { auditQuery } from './audit.queries.ts';
import { SaveAudit } from './save-audit.tsx';
import { Verify } from './verify.tsx';

export function AuditPage() {
  const search = auditSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const timeZone = useTimeZone();
  const filter = auditFilter(search, timeZone ?? 'UTC');
  const query = useInfiniteQuery({ ...auditQuery(filter), enabled: timeZone !== undefined });
  return (
    <Page
      title="Audit log"
      lead="Every change, newest first"
      actions={
        <>
          <SaveAudit filter={filter} />
          <Verify />
        </>
      }
    >
      <AuditFilters
        search={search}
        onChange={(next) => void navigate({ to: paths.audit, search: next, replace: true })}
      />
      <Loaded query={query} what="Loading the audit log">
        {({ pages }) => {
          const events = pages.flatMap((page) => page.events);
          if (events.length === 0) {
            const title =
              Object.keys(search).length === 0 ? 'Nothing has changed yet' : 'No change fits this search';
            return <Empty title={title} />;
          }
          return (
            <Stack>
              {events.map((event) => (
                <AuditRow key={event.seq} event={event} />
              ))}
            </Stack>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show older changes
        </Button>
      )}
    </Page>
  );
}
