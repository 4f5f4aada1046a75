import { type DeliveryState, deliveryStates } from '@monkey-tracker/contract/webhook';
import { Button, Group, NativeSelect, Stack, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../ui/loaded.tsx';
import { Empty } from '../../ui/states.tsx';
import { DeliveryRow } from './delivery-row.tsx';
import { deliveriesQuery } from './webhook.queries.ts';

/** What was and will be sent, the newest first. */
export function Deliveries() {
  const [state, setState] = useState<DeliveryState>();
  const query = useInfiniteQuery(deliveriesQuery(state));
  return (
    <Stack component="section" aria-label="Deliveries">
      <Group justify="space-between" align="flex-end">
        <Title order={2} size="h3">
          Deliveries
        </Title>
        <NativeSelect
          label="Which"
          data={[{ value: '', label: 'All' }, ...deliveryStates]}
          value={state ?? ''}
          onChange={({ currentTarget }) =>
            setState(deliveryStates.find((one) => one === currentTarget.value))
          }
        />
      </Group>
      <Loaded query={query} what="Loading the deliveries">
        {({ pages }) => {
          const deliveries = pages.flatMap((page) => page.deliveries);
          if (deliveries.length === 0) return <Empty title="Nothing was sent yet" />;
          return deliveries.map((delivery) => <DeliveryRow key={delivery.id} delivery={delivery} />);
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show older deliveries
        </Button>
      )}
    </Stack>
  );
}
