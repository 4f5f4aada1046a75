/** Whether two values of a field are the same; lists are compared by what they hold. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which `next` differs from `base`, with the values of `next`. */
export function changedFields<F extends object>(base: F, next: F): Partial<F> {
  // The names of an object are its own keys.
  const names = Object.keys(next) as (keyof F)[];
  return pick(
    next,
    names.filter((name) => !same(base[name], next[name])),
  );
}

/**
 * The fields about which two people disagree: changed by both since `base`, and not to the same value.
 * What only one of them changed is no clash.
 */
export function clashes<F extends object>(base: F, values: Partial<F>, current: F): (keyof F)[] {
  const names = Object.keys(values) as (keyof F)[];
  return names.filter((name) => !same(current[name], base[name]) && !same(current[name], values[name]));
}

export function pick<F extends object>(from: F, names: readonly (keyof F)[]): Partial<F> {
  const picked: Partial<F> = {};
  for (const name of names) picked[name] = from[name];
  return picked;
}
