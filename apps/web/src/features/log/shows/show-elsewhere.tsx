import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { isProblem } from '../../../api/problem-error.ts';
import { paths } from '../../../app/paths.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/states.tsx';
import { archivedShowQuery } from '../archive/archive.queries.ts';
import { ArchivedShowPage } from '../archive/archived-show.tsx';

/** The address of a show that is not live: the archived one, where there is one. */
export function ShowElsewhere({ id }: { id: string }) {
  const query = useQuery(archivedShowQuery(id));
  if (isProblem(query.error, { status: 404 })) return <Nowhere />;
  return (
    <Loaded query={query} what="Looking in the archive">
      {(show) => <ArchivedShowPage show={show} />}
    </Loaded>
  );
}

function Nowhere() {
  return (
    <Page title="This show is not here">
      <Empty title="It is neither in the log nor in the archive">
        <Text>
          Look in the <Link to={paths.archive}>archive</Link>, or go to <Link to={paths.today}>today</Link>.
        </Text>
      </Empty>
    </Page>
  );
}
