import { updateConfig } from '@monkey-tracker/contract/config';
import { useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useMay } from '../api/me.ts';
import { later } from '../ui/later.ts';
import { paths } from './paths.ts';

const WebhookNotice = later(
  async () => (await import('../features/webhook/webhook-notice.tsx')).WebhookNotice,
);

const pages: string[] = [paths.settings, paths.users, paths.audit, paths.rosters];

/** What administrators should see on whichever of their pages they open first. */
export function AdminNotice() {
  const may = useMay();
  const { pathname } = useLocation();
  if (!pages.includes(pathname) || !may(updateConfig)) return null;
  return (
    <Suspense fallback={null}>
      <WebhookNotice />
    </Suspense>
  );
}
