/**
 * Runs work while no other tab of this browser runs work of the same name. Browsers offer locks over https and on
 * localhost only; elsewhere tabs may meet, and the server's repeatable attempts keep that harmless.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  return locks === undefined ? work() : locks.request(name, work);
}
