import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { newId } from '../../../api/ids.ts';
import { paths } from '../../../app/paths.ts';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { ShowForm } from './show-form.tsx';
import { refusalsOf, useCreateShow } from './show.mutations.ts';
import { emptyShow, showErrors, type ShowValues } from './show-values.ts';

/** The button and dialog that make a show on a day. */
export function NewShow({ date, full }: { date: string; full: boolean }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button leftSection={<Plus aria-hidden size={18} />} onClick={open} disabled={full}>
        New show
      </Button>
      <Modal opened={opened} onClose={close} title="New show" size="lg">
        <Creating key={date} date={date} />
      </Modal>
    </>
  );
}

function Creating({ date }: { date: string }) {
  const draft = `new-show.${date}`;
  const [id] = useState(newId);
  const navigate = useNavigate();
  const create = useCreateShow();
  const form = useForm<ShowValues>({
    initialValues: readDraft(draft, emptyShow(date)),
    validate: showErrors,
    onValuesChange: (values) => keepDraft(draft, values),
  });
  const submit = (values: ShowValues) =>
    create.mutate(
      { ...values, id },
      {
        onSuccess: () => {
          dropDraft(draft);
          void navigate({ to: paths.show, params: { id } });
        },
        onError: (error) => form.setErrors(refusalsOf(error)),
      },
    );
  return (
    <ShowForm
      form={form}
      action="Create show"
      pending={create.isPending}
      error={create.error}
      onSubmit={submit}
    />
  );
}
