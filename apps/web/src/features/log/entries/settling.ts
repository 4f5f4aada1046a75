import type { UseFormReturnType } from '@mantine/form';
import { settle, type EntryValues } from './entry-values.ts';

export type EntryFormState = UseFormReturnType<EntryValues>;

/** A field's value and error, with a change that also settles what hangs on it. */
export const settling = (form: EntryFormState, name: 'planned' | 'launched' | 'status' | 'primaryIssue') => ({
  value: form.values[name],
  error: form.errors[name],
  set: (value: string) => {
    form.setValues(settle(form.values, { [name]: value }));
    form.clearErrors();
  },
});
