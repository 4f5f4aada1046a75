import type { LoggedEntry, LoggedShow } from '../log.record.ts';
import { useChanges } from '../log.changes.ts';
import { asOneStep } from '../undo.ts';
import type { CommandRow, Plan } from './plan.ts';

/** A row of the lineup with the entry as this device has it. */
export interface LoggedRow extends CommandRow {
  entry?: LoggedEntry;
}

/** Does what a command says to each of its pilots. */
export function useRun({ id }: LoggedShow) {
  const { createEntry, saveEntry } = useChanges();
  return ({ planned }: Plan<LoggedRow>) => {
    const changed = planned.filter(({ changes }) => changes.length > 0);
    const work = () => {
      for (const { row, values } of changed) {
        if (row.entry) saveEntry(id, row.entry, values);
        else createEntry(id, values);
      }
    };
    if (changed.length > 1) asOneStep(`${changed.length} pilots: logged`, work);
    else work();
  };
}
