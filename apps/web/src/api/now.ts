import { useEffect, useState } from 'react';
import { serverNow } from './clock.ts';

/** The moment it is by the server's clock, as epoch milliseconds, looked at again every so often and when the page comes back to sight. */
export function useNow(everyMs = 10_000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const look = () => setNow(serverNow());
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [everyMs]);
  return now;
}
