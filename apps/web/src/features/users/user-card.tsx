import type { User } from '@monkey-tracker/contract/users';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Ban, Send } from 'lucide-react';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Failure } from '../../ui/states.tsx';
import { NewInvitation } from './new-invitation.tsx';
import { RemoveUser } from './remove-user.tsx';
import { ResetLink } from './reset-link.tsx';
import { RoleChoice } from './role-choice.tsx';
import { UserAccess } from './user-access.tsx';
import { useUpdateUser } from './users.queries.ts';

/** One user, whose roles change with a click. */
export function UserCard({ user }: { user: User }) {
  const update = useUpdateUser();
  return (
    <Stack component="article" className="card" gap="xs" aria-label={user.displayName}>
      <Group gap="sm">
        <Title order={2} size="h4">
          {user.displayName}
        </Title>
        {user.disabled && (
          <Badge color="gray" leftSection={<Ban aria-hidden size={12} />}>
            Disabled
          </Badge>
        )}
        {user.invited && (
          <Badge color="blue" leftSection={<Send aria-hidden size={12} />}>
            Invited
          </Badge>
        )}
        {user.resetRequestedAt !== null && <Badge color="gray">Asks for a new password</Badge>}
      </Group>
      <Text size="sm" c="dimmed">
        {user.email} ·{' '}
        {user.lastSignInAt === null ? (
          'never signed in'
        ) : (
          <>
            last signed in <Moment at={user.lastSignInAt} />
          </>
        )}
      </Text>
      <RoleChoice
        value={user.roles}
        disabled={update.isPending}
        onChange={(roles) => update.mutate({ id: user.id, roles })}
      />
      <Failure error={update.error} />
      <Group gap="sm">
        {user.invited ? <NewInvitation user={user} /> : <ResetLink user={user} />}
        <UserAccess user={user} />
        {user.disabled ? (
          <Button
            variant="default"
            loading={update.isPending}
            aria-label={`Enable ${user.displayName}`}
            onClick={() => update.mutate({ id: user.id, disabled: false })}
          >
            Enable
          </Button>
        ) : (
          <ConfirmButton
            label="Disable"
            name={`Disable ${user.displayName}`}
            title="Disable this user?"
            question={`${user.displayName} is signed out everywhere at once and cannot sign in until you enable them again. What they logged stays.`}
            doing={update}
            run={(done) => update.mutate({ id: user.id, disabled: true }, { onSuccess: done })}
          />
        )}
        <RemoveUser user={user} />
      </Group>
    </Stack>
  );
}
