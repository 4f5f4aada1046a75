import { newId } from '../../../api/ids.ts';
import { outbox } from '../outbox/here.ts';
import { type LogChange, type LogMemo, recordsOf } from '../outbox/memo.ts';

/** Makes a change, as the person who is signed in. */
export function make(userId: string, memo: LogMemo): LogChange {
  const id = newId();
  const change = { id, key: id, userId, at: Date.now(), records: recordsOf(memo), memo };
  outbox.put(change);
  return change;
}

/** The change with which a record began, as long as it is on this device alone. */
export function unsentCreation(id: string): LogChange | undefined {
  const { changes, sending } = outbox.state;
  return changes.find(
    (change) =>
      change.memo.kind.startsWith('create') && change.records.at(-1) === id && change.id !== sending,
  );
}

/** Forgets everything that has not been sent about a record. */
export function forget(record: string): void {
  for (const change of outbox.state.changes) if (change.records.includes(record)) outbox.remove(change);
}

/** Takes a change back where it has not left this device. */
export function recall(change: LogChange): boolean {
  const { changes, sending } = outbox.state;
  const waits = changes.some(({ id }) => id === change.id) && sending !== change.id;
  if (waits) outbox.remove(change);
  return waits;
}
