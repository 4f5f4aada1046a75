import { Modal } from '@mantine/core';
import { Suspense } from 'react';
import { later } from '../../../ui/later.ts';
import { Loading } from '../../../ui/states.tsx';
import type { Beginning } from './creating.tsx';

const Creating = later(async () => (await import('./creating.tsx')).Creating);

interface Props extends Beginning {
  opened: boolean;
  onClose: () => void;
}

/** The dialog that makes a show. */
export function NewShowDialog({ opened, onClose, ...beginning }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="New show" size="lg">
      <Suspense fallback={<Loading />}>
        <Creating key={beginning.draft} {...beginning} />
      </Suspense>
    </Modal>
  );
}
