import type { Entry } from '@monkey-tracker/contract/entries';
import type { Show } from '@monkey-tracker/contract/shows';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { isProblem } from '../../../api/problem-error.ts';
import { useUnitLabel } from '../../../api/venue.ts';
import { Conflict } from '../../../ui/conflict.tsx';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { EntryForm } from './entry-form.tsx';
import { entryDifferences } from './entry-labels.ts';
import { refusalsOf, useSaveEntry } from './entry.mutations.ts';
import { entryErrors, type EntryValues, entryValuesOf } from './entry-values.ts';

/** Changes an entry that may change under the form's hands. */
export function EditEntry({ show, entry, onSaved }: { show: Show; entry: Entry; onSaved: () => void }) {
  // What the form began with: the version that a save is based on.
  const [base, setBase] = useState(entry);
  const draft = `entry.${base.id}.${base.version}`;
  const unitLabel = useUnitLabel();
  const save = useSaveEntry(show.id);
  const form = useForm<EntryValues>({
    initialValues: readDraft(draft, entryValuesOf(base)),
    validate: entryErrors,
    onValuesChange: (values) => keepDraft(draft, values),
  });
  const changed = !save.isPending && entry.version !== base.version;
  const submit = (values: EntryValues) =>
    save.mutate(
      { base, values },
      {
        onSuccess: () => {
          dropDraft(draft);
          onSaved();
        },
        onError: (error) => form.setErrors(refusalsOf(error)),
      },
    );
  const decide = (values: EntryValues) => {
    dropDraft(draft);
    setBase(entry);
    save.reset();
    form.setValues(values);
  };
  return (
    <EntryForm
      form={form}
      show={show}
      editing={base}
      action="Save entry"
      pending={save.isPending}
      error={changed && isProblem(save.error, { status: 412 }) ? null : save.error}
      onSubmit={submit}
    >
      {changed && (
        <Conflict
          differences={entryDifferences(form.values, entry, unitLabel)}
          onKeepMine={() => decide(form.values)}
          onTakeTheirs={() => decide(entryValuesOf(entry))}
        />
      )}
    </EntryForm>
  );
}
