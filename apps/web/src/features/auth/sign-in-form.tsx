import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Failure } from '../../ui/states.tsx';
import { useSignIn } from './auth.mutations.ts';

/** Email and password. `email` is filled in where it is known who comes back. */
export function SignInForm({ email = '', onDone }: { email?: string; onDone?: () => void }) {
  const signIn = useSignIn();
  const form = useForm({
    initialValues: { email, password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? 'Email is required' : null),
      password: (value) => (value === '' ? 'Password is required' : null),
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) =>
        signIn.mutate(values, { onSuccess: onDone, onError: () => form.setFieldValue('password', '') }),
      )}
    >
      <Stack>
        <Failure error={signIn.error} />
        <TextInput
          type="email"
          label="Email"
          autoComplete="username"
          required
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={signIn.isPending}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
