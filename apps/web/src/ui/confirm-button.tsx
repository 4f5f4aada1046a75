import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Confirm } from './confirm.tsx';

interface Doing {
  isPending: boolean;
  error: Error | null;
  reset: () => void;
}

interface Props extends Pick<ButtonProps, 'variant' | 'color' | 'leftSection' | 'disabled'> {
  label: string;
  /** What a screen reader hears where the label alone says too little. */
  name?: string;
  title: string;
  question: string;
  doing: Doing;
  run: (done: () => void) => void;
}

/** A button that asks before it acts, and tells in the same place when it could not. */
export function ConfirmButton({ label, name = label, title, question, doing, run, ...button }: Props) {
  const [opened, { open, close }] = useDisclosure(false);
  const begin = () => {
    doing.reset();
    open();
  };
  return (
    <>
      <Button variant="default" {...button} onClick={begin} aria-label={name}>
        {label}
      </Button>
      <Confirm
        opened={opened}
        title={title}
        action={label}
        pending={doing.isPending}
        error={doing.error}
        onConfirm={() => run(close)}
        onClose={close}
      >
        {question}
      </Confirm>
    </>
  );
}
