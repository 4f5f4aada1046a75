import type { Settings } from '@monkey-tracker/contract/accounts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meQuery } from '../api/me.ts';
import { useSessionState } from '../api/here.ts';

type Theme = NonNullable<Settings['theme']>;

const key = 'monkey-tracker.theme';
const isTheme = (value: string | null): value is Theme =>
  value === 'dark' || value === 'light' || value === 'contrast';

/** The theme last used on this device, for the pages before the sign-in. */
function lastTheme(): Theme {
  const kept = localStorage.getItem(key);
  return isTheme(kept) ? kept : 'dark';
}

/** The person's theme, dark where they chose none; high contrast is the dark scheme with other colours. */
export function useAppearance(): 'dark' | 'light' {
  const state = useSessionState();
  const { data } = useQuery({ ...meQuery, enabled: state === 'open' });
  const theme = data ? (data.settings.theme ?? 'dark') : lastTheme();
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    if (data) localStorage.setItem(key, theme);
  }, [theme, data]);
  return theme === 'light' ? 'light' : 'dark';
}
