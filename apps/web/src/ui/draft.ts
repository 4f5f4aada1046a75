const prefix = 'monkey-tracker.draft.';

/**
 * What was typed into a form and not yet saved, kept for this tab through a reload or a sign-in.
 * Only fields that the form still has, with values of the same kind, come back.
 */
export function readDraft<V extends object>(key: string, untouched: V): V {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + key) ?? '{}');
    const fits = Object.entries(kept ?? {}).filter(
      ([name, value]) => Object.hasOwn(untouched, name) && sameKind(value, Reflect.get(untouched, name)),
    );
    return { ...untouched, ...Object.fromEntries(fits) };
  } catch {
    return untouched;
  }
}

const sameKind = (a: unknown, b: unknown) => typeof a === typeof b && Array.isArray(a) === Array.isArray(b);

export function keepDraft(key: string, values: object): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(values));
  } catch {
    // A full or forbidden storage must not stop anybody from typing.
  }
}

/** Whether something was typed here and not saved. */
export const hasDraft = (key: string): boolean => sessionStorage.getItem(prefix + key) !== null;

export const dropDraft = (key: string): void => sessionStorage.removeItem(prefix + key);

/** Forgets all drafts: the next person at this screen has no business with them. */
export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
