import { Button, Modal, Stack, Text } from '@mantine/core';
import { useAccount } from '../../api/me.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Asks for the password over the page when a session ends, so that what was typed below stays where it is. */
export function EndedSession({ onLeave }: { onLeave: () => void }) {
  const { email } = useAccount();
  return (
    <Modal
      opened
      onClose={onLeave}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title="Your session has ended"
      centered
    >
      <Stack>
        <Text>Sign in again to go on. What you typed is still there.</Text>
        <SignInForm email={email} />
        <Button variant="default" onClick={onLeave}>
          Leave to the sign-in page
        </Button>
      </Stack>
    </Modal>
  );
}
