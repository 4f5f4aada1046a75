import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fieldErrorsOf } from '../../api/problem-error.ts';
import { Failure } from '../../ui/states.tsx';

interface Proof {
  password: string;
  code: string;
}

interface Props {
  action: string;
  color?: string;
  /** Whether a code is asked for beside the password. */
  withCode: boolean;
  doing: { isPending: boolean; error: Error | null };
  run: (proof: Proof, onError: (error: unknown) => void) => void;
}

/** Asks who is there before something about signing in changes. */
export function ProofForm({ action, color, withCode, doing, run }: Props) {
  const form = useForm<Proof>({
    initialValues: { password: '', code: '' },
    validate: {
      password: (value) => (value === '' ? 'Password is required' : null),
      code: (value) => (withCode && value.trim() === '' ? 'Code is required' : null),
    },
  });
  const submit = form.onSubmit((proof) => run(proof, (error) => form.setErrors(fieldErrorsOf(error))));
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Failure error={doing.error} />
        <PasswordInput
          label="Your password"
          required
          data-autofocus
          autoComplete="current-password"
          {...form.getInputProps('password')}
        />
        {withCode && (
          <TextInput
            label="Code"
            description="Of your app, or a recovery code"
            required
            autoComplete="one-time-code"
            {...form.getInputProps('code')}
          />
        )}
        <Group justify="flex-end">
          <Button type="submit" color={color} loading={doing.isPending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
