import { type Connection, sslModes } from '@monkey-tracker/contract/connection';
import {
  Button,
  Group,
  NativeSelect,
  PasswordInput,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemError } from '../../../api/problem-error.ts';
import { notify } from '../../../ui/notify.ts';
import { Failure } from '../../../ui/states.tsx';
import { useUpdateConfig } from '../venue.mutations.ts';
import { storageBodyOf, storageErrors, storageValuesOf } from './storage-values.ts';

const refusalsOf = (error: Error) =>
  error instanceof ProblemError
    ? Object.fromEntries((error.body.errors ?? []).map(({ path, message }) => [path.split('.')[1], message]))
    : {};

/** Names another database. The server tests it before anything changes. */
export function StorageForm({ now, onClose }: { now: Connection; onClose: () => void }) {
  const save = useUpdateConfig();
  const form = useForm({ initialValues: storageValuesOf(now), validate: storageErrors });
  const submit = form.onSubmit((values) =>
    save.mutate(
      { postgres: storageBodyOf(values) },
      {
        onSuccess: () => {
          notify('The server works on this database now');
          onClose();
        },
        onError: (error) => form.setErrors(refusalsOf(error)),
      },
    ),
  );
  return (
    <form noValidate onSubmit={submit} aria-label="Another database">
      <Stack>
        <Text>
          The data does not move by itself: back up, restore into the other database, then name it here. It is
          tested first, and what fails changes nothing. People who are not signed in there sign in again.
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label="Host" {...form.getInputProps('host')} />
          <TextInput label="Port" inputMode="numeric" {...form.getInputProps('port')} />
          <TextInput label="Database" {...form.getInputProps('database')} />
          <TextInput label="Schema" {...form.getInputProps('schema')} />
          <TextInput label="Account" autoComplete="off" {...form.getInputProps('user')} />
          <PasswordInput
            label="Password of the account"
            description={
              now.hasPassword ? 'Empty keeps the present one, for the same host and account' : undefined
            }
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            {...form.getInputProps('password')}
          />
          <NativeSelect label="Encryption" data={[...sslModes]} {...form.getInputProps('ssl')} />
        </SimpleGrid>
        <Textarea
          label="Certificate of the authority"
          description="PEM; only where the system does not know it"
          autosize
          minRows={2}
          {...form.getInputProps('sslCa')}
        />
        <Failure error={save.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red" loading={save.isPending}>
            Test it and change over
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
