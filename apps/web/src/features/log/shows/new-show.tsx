import { showsPerDay } from '@monkey-tracker/contract/values';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Plus } from 'lucide-react';
import { Hint } from '../../../ui/shortcuts/hint.tsx';
import { useShortcut } from '../../../ui/shortcuts/use-shortcut.ts';
import { NewShowDialog } from './new-show-dialog.tsx';
import { emptyShow } from './show-values.ts';

/**
 * The button and dialog that make a show on a day.
 * @param count how many the day has; the first one is the thing to do, later ones are one thing among others.
 */
export function NewShow({ date, count }: { date: string; count: number }) {
  const [opened, { open, close }] = useDisclosure(false);
  const full = count >= showsPerDay;
  useShortcut('newShow', open, !full);
  return (
    <>
      <Button
        leftSection={<Plus aria-hidden size={18} />}
        rightSection={<Hint of="newShow" />}
        variant={count === 0 ? 'filled' : 'default'}
        onClick={open}
        disabled={full}
      >
        New show
      </Button>
      <NewShowDialog opened={opened} onClose={close} draft={`new-show.${date}`} values={emptyShow(date)} />
    </>
  );
}
