import { Button } from '@mantine/core';
import { useSignOut } from './account.queries.ts';

/** Ends the session; `onDone` leaves the pages, even where the server could not be told. */
export function SignOut({ onDone }: { onDone: () => void }) {
  const signOut = useSignOut();
  return (
    <Button
      variant="default"
      loading={signOut.isPending}
      onClick={() => signOut.mutate(undefined, { onSettled: onDone })}
    >
      Sign out
    </Button>
  );
}
