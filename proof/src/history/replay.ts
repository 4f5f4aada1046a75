import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import { isRow, type LogEvent, type Row } from './record.ts';

interface ShowState {
  show: Row;
  entries: Map<string, Row>;
  /** Whether an entry has changed since the log last told of the show itself. */
  touched: boolean;
}

/** The tables as the log makes them, and what of it no log of ours may say. */
export interface Replay {
  active: Map<string, ShowState>;
  archived: Map<string, ShowState>;
  faults: string[];
}

const mostADay = 5;

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

const entriesOf = (show: Row): Row[] => (Array.isArray(show['entries']) ? show['entries'].filter(isRow) : []);

const stateOf = (show: Row): ShowState => ({
  show,
  entries: new Map(entriesOf(show).map((entry) => [entry.id, entry])),
  touched: false,
});

const same = (one: readonly Row[], other: readonly Row[]) => {
  const sorted = (rows: readonly Row[]) =>
    JSON.stringify(
      rows.map((row) => Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))).toSorted(),
    );
  return sorted(one) === sorted(other);
};

const purgedBy = ({ after }: LogEvent): string[] => (after as { shows: string[] }).shows;

/** Does again what the log tells, in its order, and looks at every step whether the rules hold. */
export function replay(log: readonly LogEvent[]): Replay {
  const active = new Map<string, ShowState>();
  const archived = new Map<string, ShowState>();
  const faults: string[] = [];

  function show({ type, subjectId, after, seq }: LogEvent): void {
    if (subjectId === null || !isRow(after)) return;
    const known = active.get(subjectId);
    switch (type) {
      case 'show.created':
        if (known || archived.has(subjectId))
          faults.push(`twice: show ${subjectId} was created again at ${seq}`);
        active.set(subjectId, stateOf(after));
        break;
      case 'show.restored':
        archived.delete(subjectId);
        active.set(subjectId, stateOf(after));
        break;
      case 'show.updated':
        if (known) Object.assign(known, { show: after, touched: false });
        break;
      case 'show.archived':
      case 'show.deleted':
        if (known && !same([...known.entries.values()], entriesOf(after)))
          faults.push(`replay: the snapshot of show ${subjectId} at ${seq} has not the entries that it had`);
        active.delete(subjectId);
        archived.set(subjectId, stateOf(after));
    }
    const date = text(active.get(subjectId)?.show['date']);
    const thatDay = [...active.values()].filter((one) => text(one.show['date']) === date).length;
    if (date !== undefined && thatDay > mostADay)
      faults.push(`five a day: ${date} has ${thatDay} shows at ${seq}`);
  }

  function entry({ type, subjectId, showId, after, seq }: LogEvent): void {
    const of = showId === null ? undefined : active.get(showId);
    if (subjectId === null || !of) return;
    of.touched = true;
    const known = of.entries.get(subjectId);
    if (type === 'entry.deleted') {
      of.entries.delete(subjectId);
      return;
    }
    if (!isRow(after)) return;
    if (type === 'entry.created' && known)
      faults.push(`twice: entry ${subjectId} was created again at ${seq}`);
    if (type === 'entry.updated' && known && Number(after['version']) !== Number(known['version']) + 1)
      faults.push(
        `versions: entry ${subjectId} went from ${String(known['version'])} to ${String(after['version'])} at ${seq}`,
      );
    of.entries.set(subjectId, after);
    const keys = Array.from(of.entries.values(), (one) => pilotKey(String(one['operator'])));
    if (new Set(keys).size < keys.length)
      faults.push(`one entry for a pilot: show ${String(showId)} has two at ${seq}`);
  }

  for (const event of log) {
    if (event.type.startsWith('show.')) show(event);
    if (event.type.startsWith('entry.')) entry(event);
    if (event.type === 'archive.purged') for (const id of purgedBy(event)) archived.delete(id);
  }
  return { active, archived, faults };
}
