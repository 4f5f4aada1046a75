import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty, Loading } from '../../../ui/states.tsx';
import { ArchivedShowCard } from '../archive/archived-show.tsx';
import { archiveQuery } from '../log.queries.ts';

/** The address of a show that is not live: the archived one, where there is one. */
export function ShowElsewhere({ id }: { id: string }) {
  const query = useQuery(archiveQuery);
  return (
    <Loaded query={query} what="Looking in the archive">
      {(archived) => {
        const show = archived.find((one) => one.id === id);
        // A show that has just left the log is on its way here.
        if (!show) return query.isFetching ? <Loading what="Looking in the archive" /> : <Nowhere />;
        return (
          <Page
            title="This show is in the archive"
            windowTitle={`${show.label}, ${show.date} ${show.time}`}
            lead={
              <>
                It has left the log. All others are in the <Link to={paths.archive}>archive</Link>.
              </>
            }
          >
            <ArchivedShowCard show={show} />
          </Page>
        );
      }}
    </Loaded>
  );
}

function Nowhere() {
  return (
    <Page title="This show is not here">
      <Empty title="It is neither in the log nor in the archive">
        <Text>
          Look in the <Link to={paths.archive}>archive</Link>, or go to <Link to={paths.home}>today</Link>.
        </Text>
      </Empty>
    </Page>
  );
}
