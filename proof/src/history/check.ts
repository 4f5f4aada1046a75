import { acknowledged, imported, snapshotsAskedFor } from './acknowledged.ts';
import { type Deed, type History, isRow, type LogEvent, type Row, type ShowRow } from './record.ts';
import { type Replay, replay } from './replay.ts';

/** Kinds that readers of the stream are not told. */
const isAdministrative = (type: string) => /^(user|session|token|webhook|backup|storage)\./.test(type);

/** Fields of a show that move with its entries; its own events tell them as they were then. */
const moving = new Set(['version', 'updatedAt', 'updatedBy', 'entries']);

const fieldsOf = (row: Row, left: ReadonlySet<string> = new Set()) =>
  JSON.stringify(
    Object.entries(row)
      .filter(([name]) => !left.has(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Judges a history. @returns what promise was broken and where, each beginning with the promise; none where all is well */
export function check(history: History): string[] {
  const made = replay(history.log);
  return [
    ...(history.chainWhole ? [] : ['chain: the hashes of the log do not fit']),
    ...gaps(history.log),
    ...made.faults,
    ...acknowledged(history),
    ...stale(history.deeds),
    ...repeats(history.deeds),
    ...tables(history, made),
    ...imported(history),
    ...readers(history),
  ];
}

function gaps(log: readonly LogEvent[]): string[] {
  const wrong = log.find(({ seq }, place) => seq !== place + 1);
  return wrong ? [`log: a gap before change ${wrong.seq}`] : [];
}

/** A change of an entry that was based on a version makes the next one. */
const stale = (deeds: readonly Deed[]): string[] =>
  deeds.flatMap(({ ask, told }) => {
    if (ask.basedOn === undefined || !told || told.status >= 300 || !isRow(told.body)) return [];
    const { version } = told.body;
    return version === ask.basedOn + 1
      ? []
      : [`stale: ${ask.path} was based on version ${ask.basedOn} and made ${String(version)}`];
  });

/** One key, one answer. */
function repeats(deeds: readonly Deed[]): string[] {
  const first = new Map<string, string>();
  return deeds.flatMap(({ ask, told }) => {
    if (ask.key === undefined || !told) return [];
    const answer = `${told.status} ${told.status < 300 ? JSON.stringify(told.body) : ''}`;
    const before = first.get(ask.key);
    first.set(ask.key, before ?? answer);
    return before === undefined || before === answer
      ? []
      : [
          `repeat: ${ask.method} ${ask.path} was answered ${before.slice(0, 60)} and then ${answer.slice(0, 60)}`,
        ];
  });
}

function tables({ shows, archive, deeds }: History, { active, archived }: Replay): string[] {
  const faults: string[] = [];
  // A snapshot that was imported is its own record: the log tells only that there was an import.
  const taken = new Set(snapshotsAskedFor(deeds).map(({ id }) => id));
  const compare = (what: string, held: ShowRow[], told: Replay['active'], left: ReadonlySet<string>) => {
    const ids = new Set([...held.map(({ id }) => id), ...told.keys()]);
    for (const id of ids) {
      const [row, state] = [held.find((one) => one.id === id), told.get(id)];
      if (!state && what === 'snapshot' && taken.has(id)) continue;
      if (!row || !state) {
        faults.push(`replay: ${what} ${id} is ${row ? 'in the tables alone' : 'in the log alone'}`);
        continue;
      }
      if (fieldsOf(row, left) !== fieldsOf(state.show, left))
        faults.push(`replay: ${what} ${id} is another one`);
      const entries = new Map(row.entries.map((entry) => [entry.id, fieldsOf(entry)]));
      if (entries.size !== row.entries.length) faults.push(`twice: an entry of ${what} ${id}`);
      for (const [entryId, entry] of state.entries)
        if (entries.get(entryId) !== fieldsOf(entry))
          faults.push(`replay: entry ${entryId} is missing or another one`);
      for (const entryId of entries.keys())
        if (!state.entries.has(entryId)) faults.push(`replay: entry ${entryId} is in the tables alone`);
    }
  };
  compare('show', shows, active, moving);
  compare('snapshot', archive, archived, new Set(['entries']));
  faults.push(...versionsOfShows(shows, active));
  return faults;
}

/** A show's version rises with each of its entries, or a list that is asked for by version would be stale. */
const versionsOfShows = (shows: ShowRow[], active: Replay['active']): string[] =>
  shows.flatMap((row) => {
    const told = active.get(row.id);
    return told?.touched && Number(row['version']) <= Number(told.show['version'])
      ? [`versions: show ${row.id} kept version ${String(row['version'])} while its entries changed`]
      : [];
  });

/** Every reader saw every change once, in order. */
function readers({ log, readers: all }: History): string[] {
  const told = log.filter(({ type }) => !isAdministrative(type)).map(({ seq }) => seq);
  return all.flatMap(({ from, seen }, reader) => {
    const due = told.filter((seq) => seq > from);
    if (JSON.stringify(seen) === JSON.stringify(due)) return [];
    const lost = due.filter((seq) => !seen.includes(seq)).length;
    const repeated = seen.length - new Set(seen).size;
    return [`readers: reader ${reader} missed ${lost}, saw ${repeated} twice, of ${due.length}`];
  });
}
