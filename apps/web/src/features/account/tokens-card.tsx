import type { AccessToken } from '@monkey-tracker/contract/access-tokens';
import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Card } from '../../ui/card.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Moment } from '../../ui/moment.tsx';
import { NewToken } from './new-token.tsx';
import { tokensQuery, useRevokeToken } from './tokens.queries.ts';

/** Keys for this person's scripts. */
export function TokensCard() {
  const query = useQuery(tokensQuery);
  return (
    <Card title="Access tokens">
      <Text c="dimmed">
        A script sends one as a bearer token. It can do what its role may, and never more than you.
      </Text>
      <Loaded query={query} what="Loading your tokens">
        {(tokens) =>
          tokens.length === 0 ? (
            <Text>There is none.</Text>
          ) : (
            <Stack component="ul" className="plain-list">
              {tokens.map((token) => (
                <OneToken key={token.id} token={token} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <NewToken />
    </Card>
  );
}

function OneToken({ token: { id, name, role, createdAt, expiresAt, lastUsedAt } }: { token: AccessToken }) {
  const revoke = useRevokeToken();
  return (
    <Group component="li" justify="space-between" wrap="nowrap">
      <div>
        <Text style={{ overflowWrap: 'anywhere' }}>
          {name} · {role}
        </Text>
        <Text size="sm" c="dimmed">
          made <Moment at={createdAt} /> ·{' '}
          {lastUsedAt === null ? (
            'never used'
          ) : (
            <>
              last used <Moment at={lastUsedAt} />
            </>
          )}{' '}
          ·{' '}
          {expiresAt === null ? (
            'until revoked'
          ) : (
            <>
              until <Moment at={expiresAt} />
            </>
          )}
        </Text>
      </div>
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
  );
}
