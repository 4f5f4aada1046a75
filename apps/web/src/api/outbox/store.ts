import { createStore, promisifyRequest, type UseStore, values } from 'idb-keyval';
import type { Change } from './change.ts';

/** Where changes lie until the server has them: on the disk of this device. */
export interface ChangeStore<M> {
  all(): Promise<Change<M>[]>;
  put(change: Change<M>): Promise<void>;
  /** Forgets a change, unless somebody has made another one of it in the meantime. */
  remove(change: Pick<Change<M>, 'id' | 'key'>): Promise<void>;
}

export function openChangeStore<M>(): ChangeStore<M> {
  let opened: UseStore | undefined;
  const store: UseStore = (mode, work) =>
    (opened ??= createStore('monkey-tracker-outbox', 'changes'))(mode, work);
  return {
    async all() {
      const found = await values<Change<M>>(store);
      return found.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    put: (change) =>
      store('readwrite', (changes) => {
        changes.put(change, change.id);
        return promisifyRequest(changes.transaction);
      }),
    remove: ({ id, key }) =>
      store('readwrite', async (changes) => {
        const kept = await promisifyRequest<Change<M> | undefined>(changes.get(id));
        if (kept?.key === key) changes.delete(id);
        await promisifyRequest(changes.transaction);
      }),
  };
}
