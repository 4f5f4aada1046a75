import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { Undoable } from './undoable.tsx';

const closeButtonProps = { 'aria-label': 'Dismiss', size: 44 };

/** Says in passing that something was done. */
export const notify = (message: string): void => void notifications.show({ message, closeButtonProps });

/** Says what was done, with a button that takes it back. Each takes the place of the one before. */
export function notifyUndo(message: string, undo: () => void): void {
  notifications.hide('undo');
  const done = () => {
    notifications.hide('undo');
    undo();
  };
  notifications.show({
    id: 'undo',
    autoClose: 10_000,
    closeButtonProps,
    message: createElement(Undoable, { message, onUndo: done }),
  });
}
