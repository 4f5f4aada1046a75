import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/**
 * A part of a page that comes right after the first load, so that the page need not wait for it; where it did not
 * come, it is asked for again when it is drawn.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  const coming = load();
  coming.catch(() => undefined);
  return lazy(async () => ({ default: await coming.catch(load) }));
}
