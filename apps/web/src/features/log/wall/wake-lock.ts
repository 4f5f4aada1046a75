import { useEffect } from 'react';

/** Keeps the screen from going dark, where the browser can; it takes that back whenever the page is out of sight. */
export function useWakeLock(): void {
  useEffect(() => {
    const wakeLock: WakeLock | undefined = navigator.wakeLock;
    if (wakeLock === undefined) return undefined;
    let held: WakeLockSentinel | undefined;
    let left = false;
    const keepAwake = async () => {
      if (document.visibilityState !== 'visible' || (held && !held.released)) return;
      // A device that saves its battery refuses: then the screen goes dark, and nothing else is lost.
      held = await wakeLock.request('screen').catch(() => undefined);
      if (left) void held?.release();
    };
    void keepAwake();
    document.addEventListener('visibilitychange', keepAwake);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', keepAwake);
      void held?.release();
    };
  }, []);
}
