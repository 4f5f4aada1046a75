import type { Show } from '@monkey-tracker/contract/shows';
import { show as showShape } from '@monkey-tracker/contract/shows';
import { newId } from '../../../api/ids.ts';
import type { LoggedShow } from '../log.record.ts';
import { outbox } from '../outbox/here.ts';
import { changedFields } from '../outbox/merge.ts';
import { again } from '../outbox/rebase.ts';
import { type ShowValues, showValuesOf } from '../shows/show-values.ts';
import { offerUndo } from '../undo.ts';
import { forget, make, recall, unsentCreation } from './making.ts';

/** The record without what this device knows beside it. */
const plain = (show: Show | LoggedShow): Show => showShape.parse(show);

/** What a person does to shows. Each is done here at once and sent when it can be. */
export const showChanges = (userId: string) => {
  function createShow(values: ShowValues): string {
    const id = newId();
    make(userId, { kind: 'createShow', show: { ...showValuesOf(values), id } });
    return id;
  }

  function saveShow(seen: Show | LoggedShow, values: ShowValues): void {
    const before = showValuesOf(seen);
    edit(seen, values);
    offerUndo(`${values.label}: changed`, () => edit({ ...seen, ...values }, before));
  }

  function edit(seen: Show | LoggedShow, values: ShowValues): void {
    const creation = unsentCreation(seen.id);
    if (creation?.memo.kind === 'createShow') {
      const show = { ...creation.memo.show, ...showValuesOf(values) };
      return outbox.put(again(creation, { ...creation.memo, show }));
    }
    if ('trouble' in seen && seen.trouble) outbox.remove(seen.trouble);
    const changed = changedFields(showValuesOf(seen), showValuesOf(values));
    if (Object.keys(changed).length > 0)
      make(userId, { kind: 'updateShow', base: plain(seen), values: changed });
  }

  function leave(kind: 'archiveShow' | 'deleteShow', seen: Show | LoggedShow, done: string): void {
    if ('trouble' in seen && seen.trouble) outbox.remove(seen.trouble);
    const show = plain(seen);
    const change = make(userId, { kind, show });
    offerUndo(done, () => {
      if (!recall(change)) make(userId, { kind: 'restoreShow', show });
    });
  }

  function deleteShow(seen: Show | LoggedShow): void {
    // Nobody else ever saw it: there is nothing to archive.
    if (unsentCreation(seen.id) && seen.entries.length === 0) return forget(seen.id);
    leave('deleteShow', seen, `${seen.label}: deleted, kept in the archive`);
  }

  return {
    createShow,
    saveShow,
    archiveShow: (show: Show | LoggedShow) => leave('archiveShow', show, `${show.label}: archived`),
    deleteShow,
  };
};
