import { type ComponentProps, type ComponentType, lazy, Suspense, useState } from 'react';
import { useShortcut } from '../../../ui/shortcuts/use-shortcut.ts';
import type { CommandBar } from './command-bar.tsx';

// It comes right after the first page, without being waited for. Where it cannot come, the show is there all the same.
const coming: Promise<{ default: ComponentType<ComponentProps<typeof CommandBar>> }> =
  import('./command-bar.tsx').then(
    ({ CommandBar: bar }) => ({ default: bar }),
    () => ({ default: () => null }),
  );
const Bar = lazy(() => coming);

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
