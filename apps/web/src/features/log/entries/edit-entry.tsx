import type { Show } from '@monkey-tracker/contract/shows';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { useChanges } from '../log.changes.ts';
import type { LoggedEntry } from '../log.record.ts';
import { TroubleNotice } from '../outbox/trouble-notice.tsx';
import { EntryForm } from './entry-form.tsx';
import { entryErrors, type EntryValues, entryValuesOf } from './entry-values.ts';

/** Changes an entry. What others change meanwhile in other fields is merged when it is sent. */
export function EditEntry({ show, entry, onSaved }: { show: Show; entry: LoggedEntry; onSaved: () => void }) {
  // What the form began with: a save changes the fields that differ from it.
  const [base] = useState(entry);
  const draft = `entry.${base.id}`;
  const { saveEntry } = useChanges();
  const form = useForm<EntryValues>({
    initialValues: readDraft(draft, entryValuesOf(base)),
    validate: entryErrors,
    onValuesChange: (values) => keepDraft(draft, values),
  });
  const submit = (values: EntryValues) => {
    saveEntry(show.id, base, values);
    dropDraft(draft);
    onSaved();
  };
  return (
    <EntryForm form={form} show={show} editing={base} action="Save entry" onSubmit={submit}>
      {entry.trouble && <TroubleNotice change={entry.trouble} />}
    </EntryForm>
  );
}
