import {
  type Ask,
  type Deed,
  type History,
  importedBy,
  importPath,
  isRow,
  type LogEvent,
  type Row,
  snapshotsIn,
} from './record.ts';

/** The snapshots that somebody asked to import: the log tells of the import, and not of each of them. */
export const snapshotsAskedFor = (deeds: readonly Deed[]): Row[] =>
  deeds.flatMap(({ ask }) => (ask.path === importPath ? snapshotsIn(ask.body) : []));

/** Which events tell of a deed on a record that is asked for without a body; undefined for other deeds. */
function kindsOf({ method, path }: Ask): RegExp | undefined {
  if (method === 'DELETE') return /^(show|entry)\.deleted$/;
  // Archiving what is in the archive already, for whatever reason, is answered with what is there.
  if (path.endsWith('/archive')) return /^show\.(archived|deleted)$/;
  return path.endsWith('/restore') ? /^show\.restored$/ : undefined;
}

/** Whether a state in the log is the one that was told. */
const isThat = (after: unknown, told: Row): boolean =>
  isRow(after) && after['version'] === told['version'] && after['archivedAt'] === told['archivedAt'];

/** What was acknowledged is in the log, as it was acknowledged. */
export function acknowledged({ deeds, log }: History): string[] {
  const told = Map.groupBy(log, ({ subjectId }) => subjectId);
  const taken = snapshotsAskedFor(deeds);
  const missing = deeds.flatMap(({ ask, told: answer }) => {
    if (!answer || answer.status >= 300 || ask.path === importPath) return [];
    const row = isRow(answer.body) ? answer.body : undefined;
    const id = row?.id ?? subjectOf(ask);
    const kinds = kindsOf(ask);
    const fits = (told.get(id) ?? []).some(({ type, after }) => {
      if (kinds && !kinds.test(type)) return false;
      // A deleted entry has no state that could be told.
      if (!row) return ask.method === 'DELETE';
      return isThat(after, row) && holds(ask.body, after as Row);
    });
    if (fits || (row && isRepeatOfImport(ask, row, taken))) return [];
    return [`missing: ${ask.method} of ${id}, acknowledged as version ${String(row?.['version'])}`];
  });
  return [...missing, ...tooFew(deeds, told)];
}

/** The record that a deed without a body is about. */
const subjectOf = ({ path }: Ask): string => /([0-9a-f-]{36})(\/archive|\/restore)?$/.exec(path)?.[1] ?? path;

/** A snapshot that came with an import is in the archive without an event of its own, and is told when it is archived again. */
const isRepeatOfImport = ({ path }: Ask, row: Row, taken: readonly Row[]): boolean =>
  path.endsWith('/archive') &&
  taken.some((one) => one.id === row.id && one['archivedAt'] === row['archivedAt']);

/** Each deletion and each restoring that worked is an event of its own; repeats have the same key. */
function tooFew(deeds: readonly Deed[], told: ReadonlyMap<string | null, LogEvent[]>): string[] {
  const done = deeds.filter(
    ({ ask, told: answer }) =>
      answer && answer.status < 300 && (ask.method === 'DELETE' || ask.path.endsWith('/restore')),
  );
  const groups = Map.groupBy(done, ({ ask }) => `${ask.method} ${ask.path}`);
  return [...groups.values()].flatMap((group) => {
    const [{ ask }] = group as [Deed, ...Deed[]];
    const due = new Set(group.map((deed) => deed.ask.key ?? deed)).size;
    const id = subjectOf(ask);
    const events = (told.get(id) ?? []).filter(({ type }) => kindsOf(ask)?.test(type)).length;
    return events < due ? [`missing: ${ask.method} of ${id}, ${events} times of ${due}`] : [];
  });
}

/** Whether a record has what was asked for; its text may be trimmed. */
const holds = (asked: Record<string, unknown> | undefined, row: Row): boolean =>
  Object.entries(asked ?? {}).every(([name, value]) => {
    const told = row[name];
    return (
      JSON.stringify(told) === JSON.stringify(value) || (typeof value === 'string' && told === value.trim())
    );
  });

const holdsAll = (asked: readonly Row[], rows: readonly Row[]): boolean =>
  asked.length === rows.length && asked.every((one, place) => holds(one, rows[place] ?? { id: '' }));

/** What was imported was there as it was asked for: in the first event that tells of it, or in the archive as it is. */
export function imported({ deeds, log, archive }: History): string[] {
  return deeds.flatMap(({ ask, told }) => {
    if (ask.path !== importPath || told?.status !== 200) return [];
    const { refused } = told.body as { refused: unknown[] };
    if (refused.length > 0) return [];
    return importedBy(ask.body).flatMap((asked) => {
      const first = log.find(({ subjectId, after }) => subjectId === asked.id && isRow(after))?.after;
      const row = (first ?? archive.find((one) => one.id === asked.id)) as Row | undefined;
      const { label, date, entries } = asked;
      const isWhole =
        row && holds({ label, date }, row) && holdsAll(entries as Row[], row['entries'] as Row[]);
      return isWhole ? [] : [`missing: the imported show ${asked.id}`];
    });
  });
}
