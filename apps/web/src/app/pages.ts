import { listAudit } from '@monkey-tracker/contract/audit';
import { updateConfig } from '@monkey-tracker/contract/config';
import { listUsers } from '@monkey-tracker/contract/users';
import type { LinkProps } from '@tanstack/react-router';
import { useAccount, useMay } from '../api/me.ts';
import { useToday } from '../api/venue.ts';
import { paths } from './paths.ts';

export type PageLink = Pick<LinkProps, 'to' | 'params'> & { label: string };

/** The pages this person may open, in the order of the menu. */
export function usePages(): PageLink[] {
  const may = useMay();
  const today = useToday();
  const { displayName } = useAccount();
  return [
    today === undefined
      ? { to: paths.today, label: 'Today' }
      : { to: paths.day, params: { date: today }, label: 'Today' },
    { to: paths.archive, label: 'Archive' },
    { to: paths.analytics, label: 'Analytics' },
    { to: paths.rosters, label: 'Rosters' },
    ...(may(listUsers) ? [{ to: paths.users, label: 'Users' }] : []),
    ...(may(updateConfig) ? [{ to: paths.settings, label: 'Settings' }] : []),
    ...(may(updateConfig) ? [{ to: paths.webhook, label: 'Webhook' }] : []),
    ...(may(listAudit) ? [{ to: paths.audit, label: 'Audit log' }] : []),
    { to: paths.account, label: displayName },
  ];
}
