import type { User } from '@monkey-tracker/contract/users';
import { Button, Modal } from '@mantine/core';
import { Moment } from '../../ui/moment.tsx';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Failure } from '../../ui/states.tsx';
import { useResetLink } from './users.queries.ts';

/** Makes the one-time link with which a user sets a new password, and shows it this once. */
export function ResetLink({ user }: { user: User }) {
  const make = useResetLink();
  return (
    <>
      <Button
        variant="default"
        loading={make.isPending}
        disabled={user.disabled}
        aria-label={`Reset link for ${user.displayName}`}
        onClick={() => make.mutate(user.id)}
      >
        Reset link
      </Button>
      <Modal
        opened={make.isSuccess || make.isError}
        onClose={make.reset}
        title={`Reset link for ${user.displayName}`}
      >
        <Failure error={make.error} />
        {make.data && (
          <ShownOnce label="Link" value={make.data.url}>
            Give it to {user.displayName}. It works once, until <Moment at={make.data.expiresAt} />, and is
            not shown again.
          </ShownOnce>
        )}
      </Modal>
    </>
  );
}
