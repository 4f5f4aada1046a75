import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { AuditRow } from './audit-row.tsx';
import { auditQuery } from './audit.queries.ts';
import { Verify } from './verify.tsx';

export function AuditPage() {
  const query = useInfiniteQuery(auditQuery);
  return (
    <Page title="Audit log" lead="Every change, newest first" actions={<Verify />}>
      <Loaded query={query} what="Loading the audit log">
        {({ pages }) => {
          const events = pages.flatMap((page) => page.events);
          if (events.length === 0) return <Empty title="Nothing has changed yet" />;
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
