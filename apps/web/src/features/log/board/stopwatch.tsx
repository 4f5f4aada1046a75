import { Button } from '@mantine/core';
import { Timer } from 'lucide-react';
import { useEffect, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../../ui/draft.ts';
import { Hint } from '../../../ui/shortcuts/hint.tsx';

interface Props {
  /** Under which name it runs on through a reload. */
  name: string;
  onStop: (seconds: number) => void;
}

/** Measures a delay: one touch starts it, the next writes the seconds down. It goes on while the page is reloaded. */
export function Stopwatch({ name, onStop }: Props) {
  const draft = `stopwatch.${name}`;
  const [startedAt, setStartedAt] = useState(() => readDraft(draft, { at: 0 }).at);
  const [now, setNow] = useState(Date.now);
  const running = startedAt !== 0;
  const seconds = Math.max(0, Math.round((now - startedAt) / 1_000));
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, [running]);

  const toggle = () => {
    const at = Date.now();
    setNow(at);
    if (running) {
      dropDraft(draft);
      setStartedAt(0);
      onStop(Math.max(0, Math.round((at - startedAt) / 1_000)));
    } else {
      keepDraft(draft, { at });
      setStartedAt(at);
    }
  };
  return (
    <Button
      variant={running ? 'filled' : 'default'}
      leftSection={<Timer aria-hidden size={18} />}
      rightSection={<Hint of="stopwatch" />}
      onClick={toggle}
      data-stopwatch
      miw={150}
      className="numbers"
    >
      {running ? `Stop at ${seconds} s` : 'Stopwatch'}
    </Button>
  );
}
