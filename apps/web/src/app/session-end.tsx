import { Suspense } from 'react';
import { useSessionState } from '../api/here.ts';
import { later } from '../ui/later.ts';
import { useLeave } from './leave.ts';

const EndedSession = later(async () => (await import('../features/auth/ended-session.tsx')).EndedSession);

/** Asks for the password over any page whose session has ended. */
export function SessionEnd() {
  const ended = useSessionState() === 'ended';
  const leave = useLeave();
  return <Suspense>{ended && <EndedSession onLeave={() => void leave()} />}</Suspense>;
}
