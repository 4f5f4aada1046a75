import type { User } from '@monkey-tracker/contract/users';
import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { deviceOf } from '../../ui/device.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { notify } from '../../ui/notify.ts';
import {
  sessionsOfUser,
  tokensOfUser,
  useRemoveTwoFactor,
  useRevokeTokenOf,
  useSignOutUser,
} from './access.queries.ts';

/** Where a user is signed in and which tokens they have, and how to end either. */
export function UserAccess({ user }: { user: User }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open} aria-label={`Sessions and tokens of ${user.displayName}`}>
        Sessions and tokens
      </Button>
      <Modal opened={opened} onClose={close} title={user.displayName} size="lg">
        <Stack gap="lg">
          <Sessions user={user} />
          <Tokens user={user} />
          <SecondFactor user={user} />
        </Stack>
      </Modal>
    </>
  );
}

function Sessions({ user }: { user: User }) {
  const query = useQuery(sessionsOfUser(user.id));
  const signOut = useSignOutUser();
  return (
    <Stack component="section" aria-label="Sessions" gap="sm">
      <Title order={3} size="h4">
        Sessions
      </Title>
      <Loaded query={query} what="Loading the sessions">
        {(sessions) =>
          sessions.length === 0 ? (
            <Text>Not signed in anywhere.</Text>
          ) : (
            <>
              <Stack component="ul" className="plain-list" gap="xs">
                {sessions.map(({ id, userAgent, address, lastUsedAt }) => (
                  <li key={id}>
                    <Text>{deviceOf(userAgent)}</Text>
                    <Text size="sm" c="dimmed">
                      {address} · last used <Moment at={lastUsedAt} />
                    </Text>
                  </li>
                ))}
              </Stack>
              <Group>
                <ConfirmButton
                  label="Sign out everywhere"
                  color="red"
                  title="Sign this user out everywhere?"
                  question={`${user.displayName} has to sign in again on every device. What waits on a device is sent after that.`}
                  doing={signOut}
                  run={(done) => signOut.mutate(user.id, { onSuccess: done })}
                />
              </Group>
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

/** For somebody who has lost the app and the recovery codes. */
function SecondFactor({ user }: { user: User }) {
  const remove = useRemoveTwoFactor();
  const told = () => notify(`${user.displayName} signs in with the password alone now`);
  return (
    <Stack component="section" aria-label="Two-factor sign-in" gap="sm">
      <Title order={3} size="h4">
        Two-factor sign-in
      </Title>
      <Group>
        <ConfirmButton
          label="Remove second factor"
          color="red"
          title="Remove the second factor?"
          question={`Make sure that it is ${user.displayName} who asks. They are signed out everywhere, and the password alone signs them in.`}
          doing={remove}
          run={(done) =>
            remove.mutate(user.id, {
              onSuccess: () => {
                told();
                done();
              },
            })
          }
        />
      </Group>
    </Stack>
  );
}

function Tokens({ user }: { user: User }) {
  const query = useQuery(tokensOfUser(user.id));
  const revoke = useRevokeTokenOf(user.id);
  return (
    <Stack component="section" aria-label="Access tokens" gap="sm">
      <Title order={3} size="h4">
        Access tokens
      </Title>
      <Loaded query={query} what="Loading the tokens">
        {(tokens) =>
          tokens.length === 0 ? (
            <Text>There is none.</Text>
          ) : (
            <Stack component="ul" className="plain-list" gap="xs">
              {tokens.map(({ id, name, role }) => (
                <Group component="li" key={id} justify="space-between">
                  <Text>
                    {name} · {role}
                  </Text>
                  <ConfirmButton
                    label="Revoke"
                    name={`Revoke ${name}`}
                    color="red"
                    title="Revoke this token?"
                    question={`Whatever uses ${name} is refused from now on.`}
                    doing={revoke}
                    run={(done) => revoke.mutate(id, { onSuccess: done })}
                  />
                </Group>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}
