import { newPassword } from '@monkey-tracker/contract/accounts';
import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { z } from 'zod';
import { fieldErrorsOf } from '../../api/problem-error.ts';
import { NarrowPage } from '../../ui/narrow-page.tsx';
import { schemaErrors } from '../../ui/schema-errors.ts';
import { Failure, Notice } from '../../ui/states.tsx';
import { useAcceptInvitation } from './auth.mutations.ts';
import { tokenIn } from './token-in-hash.ts';

const shape = z.object({ password: newPassword });

/** The first page of somebody who was invited: their password, and they are in. */
export function InvitationPage({ hash, onDone }: { hash: string; onDone: () => void }) {
  const accept = useAcceptInvitation();
  const token = tokenIn(hash);
  const form = useForm({
    initialValues: { password: '' },
    validate: (values) => schemaErrors(shape, values),
  });
  const submit = form.onSubmit(({ password }) =>
    accept.mutate(
      { token, password },
      { onSuccess: onDone, onError: (error) => form.setErrors(fieldErrorsOf(error)) },
    ),
  );
  return (
    <NarrowPage title="Welcome" lead="Choose the password with which you sign in.">
      <form noValidate onSubmit={submit}>
        <Stack>
          {token === '' && (
            <Notice title="This link is incomplete. Copy all of it, up to its last character." />
          )}
          <Failure error={accept.error} />
          <PasswordInput
            label="Password"
            description="At least 12 characters"
            required
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={accept.isPending} disabled={token === ''}>
            Go on
          </Button>
        </Stack>
      </form>
    </NarrowPage>
  );
}
