import {
  type Entry,
  entry as entryShape,
  type EntryFields,
  entryFields,
} from '@monkey-tracker/contract/entries';
import { serverNow } from '../../../api/clock.ts';
import { newId } from '../../../api/ids.ts';
import { entryBodyOf, entryValuesOf, type EntryValues } from '../entries/entry-values.ts';
import type { LoggedEntry } from '../log.record.ts';
import { outbox } from '../outbox/here.ts';
import { changedFields } from '../outbox/merge.ts';
import { again } from '../outbox/rebase.ts';
import { offerUndo } from '../undo.ts';
import { forget, make, recall, unsentCreation } from './making.ts';

const fieldsOf = (values: EntryValues): EntryFields => entryFields.parse(entryBodyOf(values));

/** The record without what this device knows beside it. */
const plain = (entry: Entry | LoggedEntry): Entry => entryShape.parse(entry);

/** What a person does to the entries of the log. Each is done here at once and sent when it can be. */
export const entryChanges = (userId: string) => {
  function createEntry(showId: string, values: EntryValues): string {
    const id = newId();
    const fields = fieldsOf(values);
    make(userId, { kind: 'createEntry', showId, entry: { ...fields, id, ts: serverNow() } });
    offerUndo(`${values.operator}: ${values.status}`, () => {
      if (unsentCreation(id)) forget(id);
      else make(userId, { kind: 'deleteEntry', showId, base: { ...fields, ...unheard(userId), id } });
    });
    return id;
  }

  function saveEntry(showId: string, seen: Entry | LoggedEntry, values: EntryValues): void {
    const before = entryValuesOf(seen);
    edit(showId, seen, values);
    offerUndo(`${values.operator}: changed`, () => edit(showId, { ...seen, ...fieldsOf(values) }, before));
  }

  function edit(showId: string, seen: Entry | LoggedEntry, values: EntryValues): void {
    if ('trouble' in seen && seen.trouble) outbox.remove(seen.trouble);
    const fields = fieldsOf(values);
    const creation = unsentCreation(seen.id);
    if (creation?.memo.kind === 'createEntry') {
      const entry = { ...creation.memo.entry, ...fields };
      return outbox.put(again(creation, { ...creation.memo, entry }));
    }
    const base = plain(seen);
    const changed = changedFields(base, { ...base, ...fields });
    if (Object.keys(changed).length > 0) make(userId, { kind: 'updateEntry', showId, base, values: changed });
  }

  function deleteEntry(showId: string, seen: Entry | LoggedEntry): void {
    if ('trouble' in seen && seen.trouble) outbox.remove(seen.trouble);
    const base = plain(seen);
    const bringBack = () => {
      const { ts, id } = base;
      make(userId, { kind: 'createEntry', showId, entry: { ...entryFields.parse(base), id, ts } });
    };
    const done = `${base.operator}: deleted`;
    if (unsentCreation(base.id)) {
      forget(base.id);
      return offerUndo(done, bringBack);
    }
    const change = make(userId, { kind: 'deleteEntry', showId, base });
    offerUndo(done, () => {
      if (!recall(change)) bringBack();
    });
  }

  return { createEntry, saveEntry, deleteEntry };
};

/** What the server says of an entry that its maker has not yet heard of. */
const unheard = (userId: string) => ({
  ts: 0,
  version: 0,
  createdBy: userId,
  updatedBy: userId,
  createdAt: 0,
  updatedAt: 0,
});
