import './keyboard.css';
import { createEntry } from '@monkey-tracker/contract/entries';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../api/me.ts';
import { undoLast } from '../features/log/undo.ts';
import { notify } from '../ui/notify.ts';
import { useShortcut } from '../ui/shortcuts/use-shortcut.ts';
import { paths } from './paths.ts';

// It comes right after the first page: what is typed into it must not fall on the page instead.
const coming = import('./palette.tsx');
coming.catch(() => undefined);
const Palette = lazy(async () => ({ default: (await coming).Palette }));
const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list.tsx')).ShortcutList }));

/** What keys do on every page: the palette, the list of shortcuts, the ways to pages. */
export function Keyboard() {
  const navigate = useNavigate();
  const may = useMay();
  const [asked, setAsked] = useState(0);
  const [listed, { open, close }] = useDisclosure(false);
  const [everListed, setEverListed] = useState(false);
  useShortcut('palette', () => setAsked((count) => count + 1));
  useShortcut('help', () => {
    setEverListed(true);
    open();
  });
  useShortcut('today', () => void navigate({ to: paths.today }));
  useShortcut('archive', () => void navigate({ to: paths.archive }));
  useShortcut('rosters', () => void navigate({ to: paths.rosters }));
  useShortcut('undo', () => undoLast() || notify('Nothing to undo'), may(createEntry));
  return (
    <>
      <Suspense>{asked > 0 && <Palette asked={asked} />}</Suspense>
      <Suspense>{everListed && <ShortcutList opened={listed} onClose={close} />}</Suspense>
    </>
  );
}
