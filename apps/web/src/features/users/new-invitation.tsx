import type { User } from '@monkey-tracker/contract/users';
import { Button, Modal } from '@mantine/core';
import { Failure } from '../../ui/states.tsx';
import { InvitationSent } from './invitation-sent.tsx';
import { useRenewInvitation } from './invitations.queries.ts';

/** Another link for somebody who has not chosen a password yet; the one before no longer works. */
export function NewInvitation({ user }: { user: User }) {
  const renew = useRenewInvitation();
  return (
    <>
      <Button
        variant="default"
        loading={renew.isPending}
        disabled={user.disabled}
        aria-label={`New invitation for ${user.displayName}`}
        onClick={() => renew.mutate({ id: user.id, show: true })}
      >
        New invitation
      </Button>
      <Modal
        opened={renew.isSuccess || renew.isError}
        onClose={renew.reset}
        title={`Invitation for ${user.displayName}`}
      >
        <Failure error={renew.error} />
        {renew.data && <InvitationSent name={user.displayName} {...renew.data} onDone={renew.reset} />}
      </Modal>
    </>
  );
}
