import { type ComponentProps, Suspense, useState } from 'react';
import { later } from '../../../ui/later.ts';
import { useShortcut } from '../../../ui/shortcuts/use-shortcut.ts';
import type { CommandBar } from './command-bar.tsx';

// Where it cannot come, the show is there all the same.
const Bar = later<ComponentProps<typeof CommandBar>>(() =>
  import('./command-bar.tsx').then(
    (part) => part.CommandBar,
    () => () => null,
  ),
);

type Props = Omit<ComponentProps<typeof CommandBar>, 'summoned'>;

/** The command bar in its place, which is kept until it comes; what calls it works from the start. */
export function CommandLine(props: Props) {
  const [summoned, setSummoned] = useState(0);
  useShortcut('command', () => setSummoned((times) => times + 1));
  return (
    <Suspense fallback={<div className="command-place" />}>
      <Bar {...props} summoned={summoned} />
    </Suspense>
  );
}
