import { notifications } from '@mantine/notifications';

/** Says in passing that something was done. */
export const notify = (message: string): void =>
  void notifications.show({ message, closeButtonProps: { 'aria-label': 'Dismiss', size: 44 } });
