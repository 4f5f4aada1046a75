import type { User } from '@monkey-tracker/contract/users';
import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { Moment } from '../../ui/moment.tsx';
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
          <Stack>
            <Text>
              Give it to {user.displayName}. It works once, until <Moment at={make.data.expiresAt} />, and is
              not shown again.
            </Text>
            <TextInput
              label="Link"
              readOnly
              value={make.data.url}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
            <Group justify="flex-end">
              <CopyButton value={make.data.url}>
                {({ copied, copy }) => <Button onClick={copy}>{copied ? 'Copied' : 'Copy link'}</Button>}
              </CopyButton>
            </Group>
          </Stack>
        )}
      </Modal>
    </>
  );
}
