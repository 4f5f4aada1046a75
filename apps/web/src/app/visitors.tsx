import { useRouter, useSearch } from '@tanstack/react-router';
import { InvitationPage } from '../features/auth/invitation-page.tsx';
import { ResetPage } from '../features/auth/reset-page.tsx';
import { SetupPage } from '../features/auth/setup-page.tsx';
import { SignInPage } from '../features/auth/sign-in-page.tsx';
import { wayBack } from './gate.ts';
import { paths } from './paths.ts';

/** The pages before the sign-in, with the way in. */

function useEnter(to?: string) {
  const router = useRouter();
  return () => router.history.replace(wayBack(to));
}

export function SignIn() {
  const { to } = useSearch({ strict: false });
  return <SignInPage onDone={useEnter(typeof to === 'string' ? to : undefined)} />;
}

export function Setup() {
  return <SetupPage hash={location.hash} onDone={useEnter(paths.firstSteps)} />;
}

export function Reset() {
  return <ResetPage hash={location.hash} onDone={useEnter()} />;
}

export function Invitation() {
  return <InvitationPage hash={location.hash} onDone={useEnter()} />;
}
