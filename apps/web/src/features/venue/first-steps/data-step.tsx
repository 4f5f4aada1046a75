import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { demoQuery } from '../../../api/first-steps.ts';
import { paths } from '../../../app/paths.ts';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { notify } from '../../../ui/notify.ts';
import { Failure } from '../../../ui/states.tsx';
import { useFillDemo, useRemoveDemo } from './first-steps.mutations.ts';

/** The ways to have something to look at: an import, or the demo, which can be taken away again. */
export function DataStep() {
  const { data } = useQuery(demoQuery);
  const fill = useFillDemo();
  const shows = data ? data.liveShows + data.archivedShows : 0;
  return (
    <Stack gap="xs">
      {data && shows > 0 && (
        <Text className="numbers">
          Demo data is here: {data.liveShows} live shows, {data.archivedShows} in the archive, {data.entries}{' '}
          entries.
        </Text>
      )}
      <Failure error={fill.error} />
      <Group gap="xs">
        <Button variant="default" renderRoot={(props) => <Link {...props} to={paths.import} />}>
          Import old data
        </Button>
        {data && shows === 0 && (
          <Button
            variant="default"
            loading={fill.isPending}
            onClick={() => fill.mutate(undefined, { onSuccess: () => notify('The demo data is here') })}
          >
            Fill with demo data
          </Button>
        )}
        {shows > 0 && <RemoveDemo shows={shows} />}
      </Group>
    </Stack>
  );
}

function RemoveDemo({ shows }: { shows: number }) {
  const remove = useRemoveDemo();
  return (
    <ConfirmButton
      label="Remove demo data"
      color="red"
      title="Remove the demo data?"
      question={`${shows} shows of the demo go for good, with all that was logged in them. Everything else stays.`}
      doing={remove}
      run={(done) =>
        remove.mutate(undefined, {
          onSuccess: () => {
            done();
            notify('The demo data is gone');
          },
        })
      }
    />
  );
}
