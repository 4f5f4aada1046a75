import { createShow, type Show } from '@monkey-tracker/contract/shows';
import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Copy } from 'lucide-react';
import { useMay } from '../../../api/me.ts';
import { NewShowDialog } from '../shows/new-show-dialog.tsx';
import { duplicateOf } from '../shows/show-values.ts';

/** What can be done with a show from its day: another one like it. */
export function ShowActions({ show }: { show: Show }) {
  const may = useMay();
  const [opened, { open, close }] = useDisclosure(false);
  if (!may(createShow)) return null;
  return (
    <>
      <ActionIcon title="Duplicate" aria-label={`Duplicate ${show.time} ${show.label}`} onClick={open}>
        <Copy aria-hidden size={18} />
      </ActionIcon>
      <NewShowDialog
        opened={opened}
        onClose={close}
        draft={`duplicate.${show.id}`}
        values={duplicateOf(show)}
      />
    </>
  );
}
