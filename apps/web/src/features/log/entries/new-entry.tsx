import type { Show } from '@monkey-tracker/contract/shows';
import { Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { newId } from '../../../api/ids.ts';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { notify } from '../../../ui/notify.ts';
import { EntryForm } from './entry-form.tsx';
import { refusalsOf, useCreateEntry } from './entry.mutations.ts';
import { entryErrors, type EntryValues, untouched } from './entry-values.ts';

/** The form that logs the next pilot's line. */
export function NewEntry({ show }: { show: Show }) {
  const draft = `new-entry.${show.id}`;
  const [id, setId] = useState(newId);
  const create = useCreateEntry(show.id);
  const form = useForm<EntryValues>({
    initialValues: readDraft(draft, untouched),
    validate: entryErrors,
    onValuesChange: (values) => keepDraft(draft, values),
  });
  const submit = (values: EntryValues) =>
    create.mutate(
      { id, values },
      {
        onSuccess: ({ operator, status }) => {
          form.setValues(untouched);
          form.clearErrors();
          dropDraft(draft);
          setId(newId());
          notify(`Logged ${operator}: ${status}`);
        },
        onError: (error) => form.setErrors(refusalsOf(error)),
      },
    );
  return (
    <Stack component="section" className="card" aria-labelledby="new-entry">
      <Title order={2} size="h3" id="new-entry">
        Log an entry
      </Title>
      <EntryForm
        form={form}
        show={show}
        action="Log entry"
        pending={create.isPending}
        error={create.error}
        onSubmit={submit}
      />
    </Stack>
  );
}
