import { Outlet } from '@tanstack/react-router';
import { useLive, useSending } from './live.ts';
import { SessionEnd } from './session-end.tsx';

/** Pages without header and navigation, as live as all others. */
export function WholeScreen() {
  useLive();
  useSending();
  return (
    <>
      <Outlet />
      <SessionEnd />
    </>
  );
}
