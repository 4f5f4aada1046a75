import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty } from '../../ui/states.tsx';
import { Invite } from './invite.tsx';
import { MailCard } from './mail-card.tsx';
import { NewUser } from './new-user.tsx';
import { UserCard } from './user-card.tsx';
import { usersQuery } from './users.queries.ts';

export function UsersPage() {
  const query = useQuery(usersQuery);
  return (
    <Page
      title="Users"
      lead="Who may sign in, and what they may do"
      actions={
        <>
          <NewUser />
          <Invite />
        </>
      }
    >
      <Loaded query={query} what="Loading the users">
        {(users) =>
          users.length === 0 ? (
            <Empty title="No users" />
          ) : (
            <Stack>
              {users.map((user) => (
                <UserCard key={user.id} user={user} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <MailCard />
    </Page>
  );
}
