import type { Deed, History, LogEvent, Row, ShowRow } from './record.ts';
import { importedBy, importPath, isRow } from './record.ts';
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
    ...missing(history),
    ...stale(history.deeds),
    ...repeats(history.deeds),
    ...tables(history, made),
    ...imported(history, made),
    ...readers(history),
  ];
}

function gaps(log: readonly LogEvent[]): string[] {
  const wrong = log.find(({ seq }, place) => seq !== place + 1);
  return wrong ? [`log: a gap before change ${wrong.seq}`] : [];
}

/** What was acknowledged is in the log, as it was acknowledged. */
function missing({ deeds, log }: History): string[] {
  const told = new Map<string, LogEvent[]>();
  for (const event of log)
    if (event.subjectId !== null) told.set(event.subjectId, [...(told.get(event.subjectId) ?? []), event]);
  return deeds.flatMap(({ ask, told: answer }) => {
    if (!answer || answer.status >= 300) return [];
    const last = ask.path.split('/').at(-1) ?? '';
    const id = isRow(answer.body) ? answer.body.id : last;
    const events = told.get(id) ?? [];
    if (ask.method === 'DELETE')
      return events.some(({ type }) => type.endsWith('.deleted')) ? [] : [`missing: the deletion of ${id}`];
    if (!isRow(answer.body)) return [];
    const { version } = answer.body;
    const fits = events.some(
      ({ after }) => isRow(after) && after['version'] === version && holds(ask.body, after),
    );
    // An archived copy and a restored show tell their own state; a repeat of archiving changes nothing.
    if (ask.body === undefined || fits) return [];
    return [`missing: ${ask.method} of ${id}, acknowledged as version ${String(version)}`];
  });
}

/** Whether a record has what was asked for, as far as text is only trimmed; an import does not even do that. */
const holds = (asked: Record<string, unknown> | undefined, row: Row, asItWas = false): boolean =>
  Object.entries(asked ?? {}).every(([name, value]) => {
    const wanted = typeof value === 'string' && !asItWas ? value.trim() : value;
    return JSON.stringify(row[name]) === JSON.stringify(wanted);
  });

const holdsAll = (asked: readonly Row[], rows: readonly Row[]): boolean =>
  asked.length === rows.length && asked.every((one, place) => holds(one, rows[place] ?? { id: '' }, true));

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
  const taken = new Set(
    deeds.flatMap(({ ask }) => (ask.path === importPath ? importedBy(ask.body) : [])).map(({ id }) => id),
  );
  const compare = (what: string, held: ShowRow[], told: Replay['active'], left: ReadonlySet<string>) => {
    const ids = new Set([...held.map(({ id }) => id), ...told.keys()]);
    for (const id of ids) {
      const [row, state] = [held.find((one) => one.id === id), told.get(id)];
      if (!state && taken.has(id)) continue;
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

/** What was imported is there as it was asked for, unless it was worked with afterwards. */
function imported({ deeds, archive }: History, { active, archived }: Replay): string[] {
  return deeds.flatMap(({ ask, told }) => {
    if (ask.path !== importPath || told?.status !== 200) return [];
    const { refused } = told.body as { refused: unknown[] };
    if (refused.length > 0) return [];
    return importedBy(ask.body).flatMap((asked) => {
      if (active.has(asked.id) || archived.has(asked.id)) return [];
      const row = archive.find((one) => one.id === asked.id);
      const { label, date, entries } = asked;
      const isWhole = row && holds({ label, date }, row) && holdsAll(entries as Row[], row.entries);
      return isWhole ? [] : [`missing: the imported show ${asked.id}`];
    });
  });
}

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
