import { actions, issues, rootCauses, severities, yesNo } from '@monkey-tracker/contract/values';
import type { EntryValues } from '../entries/entry-values.ts';

type Names = readonly [string, ...string[]];

/** What a word does: gives a field a value. `swap` and `label` hang on the words around them. */
export interface Meaning {
  field: keyof EntryValues | 'swap' | 'label';
  value: string;
  /** The issue that a sub-issue belongs to. */
  issue?: string;
}

/** A word of the language. Blanks in a name may be typed as hyphens. */
export interface Term {
  /** All it can be called, lower case; the first is what completion writes. */
  names: Names;
  meaning: Meaning;
  /** What kind of word it is, for the list of suggestions. */
  kind: string;
}

const term = (kind: string, meaning: Meaning, ...names: Names): Term => ({ kind, meaning, names });

/** What the crew calls the issues; the first is what completion writes. */
const issueNames: Record<keyof typeof issues, Names> = {
  'Tracking lost': ['tracking'],
  'Failed to launch': ['launch', 'ftl'],
  'Command delay': ['cmd', 'command', 'delay'],
  'RF link': ['rf'],
  Battery: ['battery'],
  'Motor or prop': ['motor', 'prop'],
  'Sensor or IMU': ['sensor', 'imu'],
  'Software or show control': ['sw', 'software'],
  'Pilot input': ['pilot'],
  Other: ['other'],
};

const actionNames: Record<(typeof actions)[number], Names> = {
  Reboot: ['reboot'],
  'Swap battery': ['swap battery'],
  'Swap drone': ['swap drone', 'swap monkey'],
  'Retry launch': ['retry', 'retry launch'],
  'Abort segment': ['segment', 'abort segment'],
  'Logged only': ['logged', 'logged only'],
};

const causeNames: Record<(typeof rootCauses)[number], Names> = {
  Hardware: ['root hw', 'root hardware'],
  Software: ['root sw', 'root software'],
  Ops: ['root ops'],
  Environment: ['root env', 'root environment'],
  Unknown: ['root unknown'],
};

const flight = [
  term('Status', { field: 'status', value: 'Completed' }, 'ok', 'done', 'completed'),
  term('Status', { field: 'status', value: 'No-launch' }, 'nl', 'no launch'),
  term('Status', { field: 'status', value: 'Abort' }, 'abort'),
  term('Planned', { field: 'planned', value: 'No' }, 'np', 'not planned'),
];

// Keys of an object declared with exactly these.
const issueTerms = (Object.keys(issues) as (keyof typeof issues)[]).map((value) =>
  term('Issue', { field: 'primaryIssue', value }, ...issueNames[value], value.toLowerCase()),
);

const subIssueTerms = Object.entries(issues).flatMap(([issue, names]) =>
  names.map((value) => term(issue, { field: 'subIssue', value, issue }, value.toLowerCase())),
);

const severityNames: Record<(typeof severities)[number], Names> = {
  'Critical show stop': ['crit', 'critical'],
  'Major visible': ['major'],
  'Minor contained': ['minor'],
};

const remaining = [
  ...severities.map((value) =>
    term('Severity', { field: 'severity', value }, ...severityNames[value], value.toLowerCase()),
  ),
  ...actions.map((value) => term('Action', { field: 'actions', value }, ...actionNames[value])),
  term('Action', { field: 'swap', value: 'Swap battery' }, 'swap'),
  ...rootCauses.map((value) => term('Root cause', { field: 'rootCause', value }, ...causeNames[value])),
  ...yesNo.map((value) =>
    term('Command received', { field: 'commandRx', value }, `rx ${value.toLowerCase()}`),
  ),
];

/** Every word of the language that has a fixed meaning, in the order in which completion offers them. */
export const terms: readonly Term[] = [...flight, ...issueTerms, ...subIssueTerms, ...remaining];

/** Words that take the next one as their value. */
export const valueWords: Record<string, { field: 'batteryId' | 'unitId'; example: string }> = {
  bat: { field: 'batteryId', example: 'bat B12' },
  unit: { field: 'unitId', example: 'unit D9' },
};

/** A typed word as the names of terms are written. */
export const asName = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[-_\s]+/g, ' ')
    .trim();

/** What completion writes: one word, with hyphens, where a blank would read as two. */
export const asWritten = ({ names: [name], meaning: { field } }: Term): string =>
  field === 'rootCause' || field === 'commandRx' ? name : name.replaceAll(' ', '-');
