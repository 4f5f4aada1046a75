import type { Role } from '@monkey-tracker/contract/endpoint';
import { createUser } from '@monkey-tracker/contract/users';
import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Plus } from 'lucide-react';
import { fieldErrorsOf, isProblem } from '../../api/problem-error.ts';
import { schemaErrors } from '../../ui/schema-errors.ts';
import { Failure } from '../../ui/states.tsx';
import { PersonFields } from './person-fields.tsx';
import { RoleChoice } from './role-choice.tsx';
import { useCreateUser } from './users.queries.ts';

/** The messages of a refusal by field. */
export const refusalsOf = (error: unknown) =>
  isProblem(error, { code: 'users.email_taken' }) ? { email: error.message } : fieldErrorsOf(error);

export function NewUser() {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" leftSection={<Plus aria-hidden size={18} />} onClick={open}>
        Add user
      </Button>
      <Modal opened={opened} onClose={close} title="Add user">
        <NewUserForm onDone={close} />
      </Modal>
    </>
  );
}

const viewer: Role[] = ['viewer'];

function NewUserForm({ onDone }: { onDone: () => void }) {
  const create = useCreateUser();
  const form = useForm({
    initialValues: { displayName: '', email: '', password: '', roles: viewer },
    validate: (values) => schemaErrors(createUser.body, values),
  });
  const submit = form.onSubmit((values) =>
    create.mutate(values, { onSuccess: onDone, onError: (error) => form.setErrors(refusalsOf(error)) }),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Failure error={create.error} />
        <PersonFields form={form} />
        <PasswordInput
          label="First password"
          description="At least 12 characters. They can change it in their account."
          required
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <RoleChoice
          value={form.values.roles}
          error={form.errors['roles']}
          onChange={(chosen) => form.setFieldValue('roles', chosen)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
