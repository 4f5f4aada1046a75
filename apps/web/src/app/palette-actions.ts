import { createShow } from '@monkey-tracker/contract/shows';
import { showsPerDay } from '@monkey-tracker/contract/values';
import { useNavigate } from '@tanstack/react-router';
import { useAccount, useMay } from '../api/me.ts';
import { useToday } from '../api/venue.ts';
import { useSaveMe } from '../features/account/account.queries.ts';
import { showsOn } from '../features/log/days/day.ts';
import { useShows } from '../features/log/log.changes.ts';
import { type Deed, perform } from '../ui/shortcuts/listening.ts';
import { usePages } from './pages.ts';
import { paths } from './paths.ts';

export interface PaletteAction {
  id: string;
  label: string;
  group: 'Shows today' | 'Pages' | 'Actions';
  /** The shortcut that does the same. */
  shortcut?: Deed;
  run: () => void;
}

const themes = { dark: 'Dark theme', light: 'Light theme', contrast: 'High-contrast theme' } as const;

/** Everything the palette can do for this person, in the order in which it stands there. */
export function usePaletteActions(): PaletteAction[] {
  return [...useTodaysShows(), ...usePageActions(), ...useDeeds()];
}

function useTodaysShows(): PaletteAction[] {
  const navigate = useNavigate();
  const today = useToday();
  const { data = [] } = useShows();
  return showsOn(data, today ?? '').map(({ id, time, label }) => ({
    id,
    label: `${time} ${label}`,
    group: 'Shows today',
    run: () => void navigate({ to: paths.show, params: { id } }),
  }));
}

function usePageActions(): PaletteAction[] {
  const navigate = useNavigate();
  const keys: Record<string, Deed> = { Today: 'today', Archive: 'archive', Rosters: 'rosters' };
  return usePages().map(({ label, ...link }) => ({
    id: link.to ?? label,
    label: link.to === paths.account ? `Account: ${label}` : label,
    group: 'Pages',
    shortcut: keys[label],
    run: () => void navigate(link),
  }));
}

function useDeeds(): PaletteAction[] {
  const navigate = useNavigate();
  const may = useMay();
  const date = useToday();
  const { settings } = useAccount();
  const { data } = useShows();
  const save = useSaveMe();
  const room = date !== undefined && data !== undefined && showsOn(data, date).length < showsPerDay;
  const deed = (id: Deed, label: string, run = () => perform(id)): PaletteAction => ({
    id,
    label,
    group: 'Actions',
    shortcut: id,
    run,
  });
  const newShow = async () => {
    if (date !== undefined) await navigate({ to: paths.day, params: { date } });
    perform('newShow');
  };
  // The names of an object that is declared with exactly these.
  const others = (Object.keys(themes) as (keyof typeof themes)[]).filter(
    (theme) => theme !== (settings.theme ?? 'dark'),
  );
  return [
    ...(may(createShow) && room ? [deed('newShow', 'New show today', () => void newShow())] : []),
    ...(may(createShow) ? [deed('undo', 'Undo the last change')] : []),
    ...others.map((theme): PaletteAction => ({
      id: `theme-${theme}`,
      label: themes[theme],
      group: 'Actions',
      run: () => save.mutate({ settings: { ...settings, theme } }),
    })),
    deed('help', 'Keyboard shortcuts'),
    deed('signOut', 'Sign out'),
  ];
}
