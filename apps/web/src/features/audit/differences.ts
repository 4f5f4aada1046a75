/** One field that a change has set, as people read it; null where there was or is nothing. */
export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

/** `primaryIssue` is "Primary issue". */
const wordsOf = (name: string): string => {
  if (name === 'ts') return 'Happened at';
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** `entry.created` is "Entry created". */
export const titleOf = (type: string): string => wordsOf(type.replace(/[._]/g, ' '));

/** Fields that say nothing to people: the log has its own time and person. */
const silent = new Set(['id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'entries']);

/** Moments, in epoch milliseconds. */
const isMoment = (name: string) => /(^ts|At|Until)$/.test(name);
const momentOf = (value: number) => `${new Date(value).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown, name = ''): string | null {
  if (typeof value === 'number' && isMoment(name)) return momentOf(value);
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((one) => textOf(one) ?? '').join(', ');
  if (isRecord(value)) return JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The fields of nested records as one list: `archive.afterHours`. */
const flat = (record: Record<string, unknown>, path = ''): [string, unknown][] =>
  Object.entries(record).flatMap(([name, value]) =>
    isRecord(value) ? flat(value, `${path}${name}.`) : [[path + name, value] as [string, unknown]],
  );

/** What a change made different, field by field; what it left alone is not there. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const old = new Map(isRecord(before) ? flat(before) : []);
  const now = new Map(isRecord(after) ? flat(after) : []);
  const names = new Set([...old.keys(), ...now.keys()].filter((name) => !silent.has(name)));
  return Array.from(names, (name) => ({
    field: name.split('.').map(wordsOf).join(', '),
    before: textOf(old.get(name), name),
    after: textOf(now.get(name), name),
  })).filter((one) => one.before !== one.after);
}
