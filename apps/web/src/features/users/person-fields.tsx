import type { Role } from '@monkey-tracker/contract/endpoint';
import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';

interface Person {
  displayName: string;
  email: string;
  roles: Role[];
}

/** Name and address of somebody new. */
export function PersonFields<P extends Person>({ form }: { form: UseFormReturnType<P> }) {
  return (
    <>
      <TextInput
        label="Name"
        required
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('displayName')}
      />
      <TextInput type="email" label="Email" required autoComplete="off" {...form.getInputProps('email')} />
    </>
  );
}
