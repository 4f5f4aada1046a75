import { createAccessToken } from '@monkey-tracker/contract/access-tokens';
import { allows, roles } from '@monkey-tracker/contract/endpoint';
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useAccount } from '../../api/me.ts';
import { fieldErrorsOf } from '../../api/problem-error.ts';
import { schemaErrors } from '../../ui/schema-errors.ts';
import { ShownOnce } from '../../ui/shown-once.tsx';
import { Failure } from '../../ui/states.tsx';
import { useCreateToken } from './tokens.queries.ts';

const lifetimes = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: '', label: 'Until it is revoked' },
];

/** Makes a token and shows it this once. */
export function NewToken() {
  const [opened, { open, close }] = useDisclosure(false);
  const create = useCreateToken();
  const begin = () => {
    create.reset();
    open();
  };
  return (
    <Group>
      <Button variant="default" onClick={begin}>
        New token
      </Button>
      <Modal opened={opened} onClose={close} title="New access token">
        {create.data ? (
          <ShownOnce label="Token" value={create.data.token} onDone={close}>
            Copy it now. It is not shown again.
          </ShownOnce>
        ) : (
          <NewTokenForm create={create} />
        )}
      </Modal>
    </Group>
  );
}

function NewTokenForm({ create }: { create: ReturnType<typeof useCreateToken> }) {
  const { roles: held } = useAccount();
  const form = useForm({
    initialValues: { name: '', role: 'viewer', days: '90' },
    validate: (values) => schemaErrors(createAccessToken.body.pick({ name: true }), { name: values.name }),
  });
  const submit = form.onSubmit(({ name, role, days }) =>
    create.mutate(
      {
        name,
        role: roles.find((one) => one === role) ?? 'viewer',
        ...(days !== '' && { expiresInDays: Number(days) }),
      },
      { onError: (error) => form.setErrors(fieldErrorsOf(error)) },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Failure error={create.error} />
        <TextInput
          label="Name"
          description="What it is for"
          required
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <NativeSelect
          label="Role"
          data={roles.filter((role) => allows(role, held))}
          {...form.getInputProps('role')}
        />
        <NativeSelect label="Works for" data={lifetimes} {...form.getInputProps('days')} />
        <Group justify="flex-end">
          <Button type="submit" loading={create.isPending}>
            Make token
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
