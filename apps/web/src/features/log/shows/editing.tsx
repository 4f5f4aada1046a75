import { useForm } from '@mantine/form';
import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { useChanges } from '../log.changes.ts';
import type { LoggedShow } from '../log.record.ts';
import { useShowErrors } from './day-room.ts';
import { ShowForm } from './show-form.tsx';
import { showValuesOf, type ShowValues } from './show-values.ts';

/** The form of a show that is there. */
export function Editing({ show, onSaved }: { show: LoggedShow; onSaved: () => void }) {
  // What the form began with. The show goes on living behind it; a save changes the fields that differ from this.
  const [base] = useState(show);
  const draft = `show.${base.id}`;
  const { saveShow } = useChanges();
  const validate = useShowErrors(base.id);
  const form = useForm<ShowValues>({
    initialValues: readDraft(draft, showValuesOf(base)),
    validate,
    onValuesChange: (values) => keepDraft(draft, values),
  });
  const submit = (values: ShowValues) => {
    saveShow(base, values);
    dropDraft(draft);
    onSaved();
  };
  return <ShowForm form={form} action="Save show" onSubmit={submit} />;
}
