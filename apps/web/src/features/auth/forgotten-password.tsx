import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Failure, Notice } from '../../ui/states.tsx';
import { useRequestReset } from './auth.mutations.ts';

/** Tells the administrators that somebody needs a new password. */
export function ForgottenPassword() {
  const request = useRequestReset();
  const form = useForm({
    initialValues: { email: '' },
    validate: { email: (value) => (value.trim() === '' ? 'Email is required' : null) },
  });
  return (
    <details>
      <summary>Forgotten your password?</summary>
      <form noValidate onSubmit={form.onSubmit(({ email }) => request.mutate(email))}>
        <Stack pt="xs">
          {request.isSuccess && (
            <Notice title="If there is such an account, a link is on its way by mail, or your administrators see that it needs one.">
              Nothing arrives? Ask one of them.
            </Notice>
          )}
          <Failure error={request.error} />
          <TextInput
            type="email"
            label="Email of the account"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <Button type="submit" variant="default" loading={request.isPending}>
            Ask for a new password
          </Button>
        </Stack>
      </form>
    </details>
  );
}
