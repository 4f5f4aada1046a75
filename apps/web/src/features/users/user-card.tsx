import type { User } from '@monkey-tracker/contract/users';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Moment } from '../../ui/moment.tsx';
import { Failure } from '../../ui/states.tsx';
import { RemoveUser } from './remove-user.tsx';
import { ResetLink } from './reset-link.tsx';
import { RoleChoice } from './role-choice.tsx';
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
        {user.disabled && <Badge color="gray">Disabled</Badge>}
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
        <ResetLink user={user} />
        <Button
          variant="default"
          loading={update.isPending}
          aria-label={`${user.disabled ? 'Enable' : 'Disable'} ${user.displayName}`}
          onClick={() => update.mutate({ id: user.id, disabled: !user.disabled })}
        >
          {user.disabled ? 'Enable' : 'Disable'}
        </Button>
        <RemoveUser user={user} />
      </Group>
    </Stack>
  );
}
