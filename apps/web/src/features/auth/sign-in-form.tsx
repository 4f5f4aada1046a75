import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { isProblem } from '../../api/problem-error.ts';
import { Failure } from '../../ui/states.tsx';
import { useSignIn } from './auth.mutations.ts';

/**
 * Email and password, and then a code where the account asks for one. `email` is filled in where it is known who
 * comes back.
 */
export function SignInForm({ email = '', onDone }: { email?: string; onDone?: () => void }) {
  const signIn = useSignIn();
  const asksCode = isProblem(signIn.error, { code: 'auth.second_factor_required' });
  const needsCode =
    asksCode ||
    isProblem(signIn.error, { code: 'auth.second_factor_wrong' }) ||
    (signIn.isPending && signIn.variables.code !== undefined);
  const form = useForm({
    initialValues: { email, password: '', code: '' },
    validate: {
      email: (value) => (value.trim() === '' ? 'Email is required' : null),
      password: (value) => (value === '' ? 'Password is required' : null),
      code: (value) => (needsCode && value.trim() === '' ? 'Code is required' : null),
    },
  });
  const forget = (error: unknown) => {
    form.setFieldValue('code', '');
    const isHalfway = ['auth.second_factor_required', 'auth.second_factor_wrong'].some((code) =>
      isProblem(error, { code }),
    );
    if (!isHalfway) form.setFieldValue('password', '');
  };
  const submit = form.onSubmit(({ code, ...values }) =>
    signIn.mutate({ ...values, ...(needsCode && { code }) }, { onSuccess: onDone, onError: forget }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Failure error={asksCode ? null : signIn.error} />
        {needsCode ? (
          <>
            <Text>Your account asks for a second factor.</Text>
            <TextInput
              label="Code"
              description="Of your authenticator app, or a recovery code"
              autoComplete="one-time-code"
              inputMode="text"
              required
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of the step that was just asked for
              autoFocus
              {...form.getInputProps('code')}
            />
          </>
        ) : (
          <>
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
          </>
        )}
        <Button type="submit" loading={signIn.isPending}>
          Sign in
        </Button>
        {needsCode && (
          <Button variant="default" onClick={() => signIn.reset()}>
            Back
          </Button>
        )}
      </Stack>
    </form>
  );
}
