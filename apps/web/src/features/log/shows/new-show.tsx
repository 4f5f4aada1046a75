import { Button, Modal } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { paths } from '../../../app/paths.ts';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { Hint } from '../../../ui/shortcuts/hint.tsx';
import { useShortcut } from '../../../ui/shortcuts/use-shortcut.ts';
import { useChanges } from '../log.changes.ts';
import { useShowErrors } from './day-room.ts';
import { ShowForm } from './show-form.tsx';
import { emptyShow, type ShowValues } from './show-values.ts';

/** The button and dialog that make a show on a day. */
export function NewShow({ date, full }: { date: string; full: boolean }) {
  const [opened, { open, close }] = useDisclosure(false);
  useShortcut('newShow', open, !full);
  return (
    <>
      <Button
        leftSection={<Plus aria-hidden size={18} />}
        rightSection={<Hint of="newShow" />}
        onClick={open}
        disabled={full}
      >
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
  const navigate = useNavigate();
  const { createShow } = useChanges();
  const form = useForm<ShowValues>({
    initialValues: readDraft(draft, emptyShow(date)),
    validate: useShowErrors(),
    onValuesChange: (values) => keepDraft(draft, values),
  });
  const submit = (values: ShowValues) => {
    const id = createShow(values);
    dropDraft(draft);
    void navigate({ to: paths.show, params: { id } });
  };
  return <ShowForm form={form} action="Create show" onSubmit={submit} />;
}
