import { useEffect, useEffectEvent } from 'react';
import { type Deed, listen } from './listening.ts';

/** Does something on the keys of a shortcut, as long as this is on the page and it is possible. */
export function useShortcut(name: Deed, act: () => unknown, possible = true): void {
  const latest = useEffectEvent(act);
  useEffect(() => (possible ? listen(name, () => latest()) : undefined), [name, possible]);
}
