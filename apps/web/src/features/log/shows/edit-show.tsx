import type { Show } from '@monkey-tracker/contract/shows';
import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { isProblem } from '../../../api/problem-error.ts';
import { Conflict } from '../../../ui/conflict.tsx';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { ShowForm } from './show-form.tsx';
import { refusalsOf, useSaveShow } from './show.mutations.ts';
import { showDifferences, showErrors, showValuesOf, type ShowValues } from './show-values.ts';

/** The button and dialog that change a show's own fields. */
export function EditShow({ show }: { show: Show }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        Edit show
      </Button>
      <Modal opened={opened} onClose={close} title="Edit show" size="lg">
        <Editing show={show} onSaved={close} />
      </Modal>
    </>
  );
}

function Editing({ show, onSaved }: { show: Show; onSaved: () => void }) {
  // What the form began with. The show goes on living behind it.
  const [base, setBase] = useState(show);
  const draft = `show.${base.id}`;
  const save = useSaveShow();
  const form = useForm<ShowValues>({
    initialValues: readDraft(draft, showValuesOf(base)),
    validate: showErrors,
    onValuesChange: (values) => keepDraft(draft, values),
  });
  const changed = !save.isPending && showDifferences(base, show).length > 0;
  const submit = (values: ShowValues) =>
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
  const decide = (values?: ShowValues) => {
    setBase(show);
    save.reset();
    if (values) form.setValues(values);
  };
  return (
    <ShowForm
      form={form}
      action="Save show"
      pending={save.isPending}
      error={changed && isProblem(save.error, { status: 412 }) ? null : save.error}
      onSubmit={submit}
    >
      {changed && (
        <Conflict
          differences={showDifferences(form.values, show)}
          onKeepMine={() => decide()}
          onTakeTheirs={() => decide(showValuesOf(show))}
        />
      )}
    </ShowForm>
  );
}
