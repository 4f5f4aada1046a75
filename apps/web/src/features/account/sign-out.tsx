import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Confirm } from '../../ui/confirm.tsx';
import { useShortcut } from '../../ui/shortcuts/use-shortcut.ts';
import { useSignOut } from './account.queries.ts';

interface Props {
  /** How many changes are on this device alone. */
  waiting: number;
  /** Leaves the pages, even where the server could not be told. */
  onDone: () => void;
}

/** Ends the session; asks first where something has not reached the server. */
export function SignOut({ waiting, onDone }: Props) {
  const [asking, { open, close }] = useDisclosure(false);
  const signOut = useSignOut();
  const go = () => signOut.mutate(undefined, { onSettled: onDone });
  const begin = () => (waiting > 0 ? open() : go());
  useShortcut('signOut', begin);
  return (
    <>
      <Button variant="default" loading={signOut.isPending && !asking} onClick={begin}>
        Sign out
      </Button>
      <Confirm
        opened={asking}
        title="Not everything is with the server yet"
        action="Sign out all the same"
        pending={signOut.isPending}
        error={null}
        onConfirm={go}
        onClose={close}
      >
        {`${waiting} of your changes are on this device alone. If you sign out they stay here, and go to the server when you sign in here again.`}
      </Confirm>
    </>
  );
}
