import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { session } from '../api/here.ts';
import { meQuery } from '../api/me.ts';
import { queryClient as client } from '../api/query-client.ts';
import { dropAllDrafts } from '../ui/draft.ts';
import { useAppearance } from './appearance.ts';
import { DimVeil } from './dim-veil.tsx';
import { createPages } from './router.tsx';
import { theme } from './theme.ts';

const router = createPages(client);

session.onOpen(({ user }) => {
  const before = client.getQueryData(meQuery.queryKey);
  // Another person at the same screen sees nothing of what the first one read or typed.
  if (before && before.id !== user.id) {
    client.clear();
    dropAllDrafts();
  }
  client.setQueryData(meQuery.queryKey, user);
  if (before?.id === user.id)
    void client.invalidateQueries({ predicate: ({ state }) => state.status === 'error' });
});

export function Providers() {
  return (
    <QueryClientProvider client={client}>
      <Appearance />
    </QueryClientProvider>
  );
}

function Appearance() {
  return (
    <MantineProvider theme={theme} forceColorScheme={useAppearance()}>
      <Notifications position="bottom-right" autoClose={5_000} />
      <RouterProvider router={router} />
      <DimVeil />
    </MantineProvider>
  );
}
