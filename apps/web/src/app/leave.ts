import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { session } from '../api/here.ts';
import { dropAllDrafts } from '../ui/draft.ts';
import { paths } from './paths.ts';

/** Signed out on purpose: nothing of this person stays on the device. */
export function useLeave() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    session.close();
    dropAllDrafts();
    await navigate({ to: paths.signIn });
    client.clear();
  };
}
