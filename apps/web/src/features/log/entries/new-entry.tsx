import type { Show } from '@monkey-tracker/contract/shows';
import { Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { useChanges } from '../log.changes.ts';
import { EntryForm } from './entry-form.tsx';
import { entryErrors, type EntryValues, untouched } from './entry-values.ts';

/** The form that logs the next pilot's line. */
export function NewEntry({ show }: { show: Show }) {
  const draft = `new-entry.${show.id}`;
  const { createEntry } = useChanges();
  const form = useForm<EntryValues>({
    initialValues: readDraft(draft, untouched),
    validate: entryErrors,
    onValuesChange: (values) => keepDraft(draft, values),
  });
  const submit = (values: EntryValues) => {
    createEntry(show.id, values);
    form.setValues(untouched);
    form.clearErrors();
    dropDraft(draft);
  };
  return (
    <Stack component="section" className="card" aria-labelledby="new-entry">
      <Title order={2} size="h3" id="new-entry">
        Log an entry
      </Title>
      <EntryForm form={form} show={show} action="Log entry" onSubmit={submit} />
    </Stack>
  );
}
