import { useSyncExternalStore } from 'react';
import { Session, type SessionState } from './session.ts';

/** The session of this page. */
export const session = new Session(localStorage);

addEventListener('storage', ({ key }) => session.heardFromTab(key));

export const useSessionState = (): SessionState =>
  useSyncExternalStore(session.subscribe, () => session.state);
