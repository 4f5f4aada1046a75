import { newPassword } from '@monkey-tracker/contract/accounts';
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { z } from 'zod';
import { fieldErrorsOf } from '../../api/problem-error.ts';
import { NarrowPage } from '../../ui/narrow-page.tsx';
import { schemaErrors } from '../../ui/schema-errors.ts';
import { Failure, Notice } from '../../ui/states.tsx';
import { useConfirmReset } from './auth.mutations.ts';
import { SignInForm } from './sign-in-form.tsx';
import { tokenIn } from './token-in-hash.ts';

const shape = z.object({ password: newPassword });

/** Sets a new password with the one-time link that an administrator made. */
export function ResetPage({ hash, onDone }: { hash: string; onDone: () => void }) {
  const reset = useConfirmReset();
  const token = tokenIn(hash);
  const form = useForm({
    initialValues: { password: '' },
    validate: (values) => schemaErrors(shape, values),
  });
  if (reset.isSuccess) {
    return (
      <NarrowPage title="Your password is set" lead="Sign in with it.">
        <SignInForm onDone={onDone} />
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title="Choose a new password">
      <form
        noValidate
        onSubmit={form.onSubmit(({ password }) =>
          reset.mutate({ token, password }, { onError: (error) => form.setErrors(fieldErrorsOf(error)) }),
        )}
      >
        <Stack>
          {token === '' && (
            <Notice title="This link is incomplete. Copy all of it, up to its last character." />
          )}
          <Failure error={reset.error} />
          <PasswordInput
            label="New password"
            description="At least 12 characters"
            required
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={reset.isPending} disabled={token === ''}>
            Set password
          </Button>
        </Stack>
      </form>
    </NarrowPage>
  );
}
