import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { later } from '../../../ui/later.ts';
import { Loading } from '../../../ui/states.tsx';
import type { LoggedShow } from '../log.record.ts';

const Editing = later(async () => (await import('./editing.tsx')).Editing);

/** The button and dialog that change a show's own fields. */
export function EditShow({ show }: { show: LoggedShow }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        Edit show
      </Button>
      <Modal opened={opened} onClose={close} title="Edit show" size="lg">
        <Suspense fallback={<Loading />}>
          <Editing show={show} onSaved={close} />
        </Suspense>
      </Modal>
    </>
  );
}
