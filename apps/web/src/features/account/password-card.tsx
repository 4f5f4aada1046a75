import { changePassword } from '@monkey-tracker/contract/auth';
import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fieldErrorsOf } from '../../api/problem-error.ts';
import { Card } from '../../ui/card.tsx';
import { schemaErrors } from '../../ui/schema-errors.ts';
import { Failure } from '../../ui/states.tsx';
import { notify } from '../../ui/notify.ts';
import { useChangePassword } from './account.queries.ts';

export function PasswordCard() {
  const change = useChangePassword();
  const form = useForm({
    initialValues: { currentPassword: '', password: '' },
    validate: (values) => schemaErrors(changePassword.body, values),
  });
  const submit = form.onSubmit((values) =>
    change.mutate(values, {
      onSuccess: () => {
        form.reset();
        notify('Your password is changed. All your other sessions have ended.');
      },
      onError: (error) => form.setErrors(fieldErrorsOf(error)),
    }),
  );
  return (
    <Card title="Password">
      <form noValidate onSubmit={submit}>
        <Stack>
          <Failure error={change.error} />
          <PasswordInput
            label="Current password"
            required
            autoComplete="current-password"
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label="New password"
            description="At least 12 characters"
            required
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
