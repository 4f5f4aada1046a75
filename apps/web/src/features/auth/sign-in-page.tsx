import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { NarrowPage } from '../../ui/narrow-page.tsx';
import { Notice } from '../../ui/states.tsx';
import { setupQuery } from './auth.mutations.ts';
import { ForgottenPassword } from './forgotten-password.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** `onDone` leads to where the person wanted to go. */
export function SignInPage({ onDone }: { onDone: () => void }) {
  const { data } = useQuery(setupQuery);
  return (
    <NarrowPage title="Sign in">
      <Stack>
        {data?.needed && (
          <Notice title="Nobody has an account yet">
            Open the one-time link that the server printed when it started: it makes the first administrator.
          </Notice>
        )}
        <SignInForm onDone={onDone} />
        <ForgottenPassword />
      </Stack>
    </NarrowPage>
  );
}
