import { announcePresence, endPresence, type Presence } from '@monkey-tracker/contract/presence';
import { useEffect, useSyncExternalStore } from 'react';
import { call } from '../../../api/call.ts';
import { newId } from '../../../api/ids.ts';

/** This page among all pages of everybody. */
const clientId = newId();

/** The server forgets a page that is silent for longer than 45 s. */
const beatMs = 20_000;

interface Place {
  showId: string | null;
  editing: string | null;
}

let here: Place = { showId: null, editing: null };
let people: readonly Presence[] = [];
const listeners = new Set<() => void>();

/** Tells the server where this page is. That nobody hears it is no reason to bother anybody. */
export function announce(): void {
  if (here.showId === null) return;
  void call(announcePresence, { params: { clientId }, body: here }).catch(() => undefined);
}

function be(place: Place): void {
  const left = here.showId !== null && place.showId === null;
  here = place;
  if (left) void call(endPresence, { params: { clientId } }).catch(() => undefined);
  else announce();
}

/** Who is here, by the word of the stream. */
export function setPeople(next: readonly Presence[]): void {
  people = next;
  for (const tell of listeners) tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** All pages of everybody else, and the other pages of oneself. */
export const useOtherPages = (): readonly Presence[] =>
  useSyncExternalStore(subscribe, () => people).filter((page) => page.clientId !== clientId);

/** Lets the others know that this page shows a show, and which pilot's line it has open. */
export function useWhereabouts(showId: string, editing: string | null): void {
  useEffect(() => {
    be({ showId, editing });
    const beat = setInterval(announce, beatMs);
    return () => clearInterval(beat);
  }, [showId, editing]);
  useEffect(() => {
    const leave = () => be({ showId: null, editing: null });
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
}
