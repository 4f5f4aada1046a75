import { completeSetup } from '@monkey-tracker/contract/auth';
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fieldErrorsOf } from '../../api/problem-error.ts';
import { NarrowPage } from '../../ui/narrow-page.tsx';
import { schemaErrors } from '../../ui/schema-errors.ts';
import { Failure } from '../../ui/states.tsx';
import { useSetup } from './auth.mutations.ts';
import { tokenIn } from './token-in-hash.ts';

/** Makes the first administrator, with the token from the link that the server printed. */
export function SetupPage({ hash, onDone }: { hash: string; onDone: () => void }) {
  const setup = useSetup();
  const form = useForm({
    initialValues: { token: tokenIn(hash), displayName: '', email: '', password: '' },
    validate: (values) => schemaErrors(completeSetup.body, values),
  });
  const submit = form.onSubmit((values) =>
    setup.mutate(values, { onSuccess: onDone, onError: (error) => form.setErrors(fieldErrorsOf(error)) }),
  );
  return (
    <NarrowPage title="Make the first account" lead="It is the administrator’s: it can add everybody else.">
      <form noValidate onSubmit={submit}>
        <Stack>
          <Failure error={setup.error} />
          <TextInput
            label="Setup token"
            description="From the link that the server printed when it started"
            required
            autoComplete="off"
            {...form.getInputProps('token')}
          />
          <TextInput label="Your name" required autoComplete="name" {...form.getInputProps('displayName')} />
          <TextInput
            type="email"
            label="Email"
            required
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            description="At least 12 characters"
            required
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={setup.isPending}>
            Create account
          </Button>
        </Stack>
      </form>
    </NarrowPage>
  );
}
