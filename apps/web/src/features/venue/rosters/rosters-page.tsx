import { replaceStaff, type Staff } from '@monkey-tracker/contract/staff';
import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../../api/me.ts';
import { staffQuery } from '../../../api/venue.ts';
import { Card } from '../../../ui/card.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { Empty } from '../../../ui/states.tsx';
import { rosterTitles } from './roster-titles.ts';
import { RosterHistory } from './roster-history.tsx';
import { RostersForm } from './rosters-form.tsx';

export function RostersPage() {
  const query = useQuery(staffQuery);
  const edits = useMay()(replaceStaff);
  return (
    <Page title="Rosters" lead="The names that forms offer">
      <Loaded query={query} what="Loading the rosters">
        {(staff) =>
          edits ? (
            <>
              <RostersForm staff={staff} />
              <RosterHistory />
            </>
          ) : (
            <Rosters staff={staff} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Rosters({ staff }: { staff: Staff }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      {rosterTitles.map(([name, title]) => (
        <Card key={name} title={title}>
          {staff[name].length === 0 && (
            <Empty title="Nobody yet">
              <Text c="dimmed">An administrator adds names.</Text>
            </Empty>
          )}
          {staff[name].map((person) => (
            <Text key={person}>{person}</Text>
          ))}
        </Card>
      ))}
    </SimpleGrid>
  );
}
