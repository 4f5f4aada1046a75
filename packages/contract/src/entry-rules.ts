import { subIssuesOf } from './values.ts';

/** The fields of an entry that its rules read. */
export interface JudgedEntry {
  planned: string;
  launched: string;
  status: string;
  primaryIssue: string;
  subIssue: string;
  otherDetail: string;
  severity: string;
}

export interface Violation {
  field: keyof JudgedEntry;
  message: string;
}

/**
 * Judges a whole entry by the rules of the log; the browser and the server run this same code.
 * @returns every broken rule with the field to mend, empty when the entry is good.
 */
export function judgeEntry(entry: JudgedEntry): Violation[] {
  const found: Violation[] = [];
  const refuse = (field: keyof JudgedEntry, message: string) => found.push({ field, message });

  if (entry.planned === 'No' && entry.launched === 'Yes') {
    refuse('launched', 'A unit that was not planned cannot have launched');
  }
  const stayedDown = entry.planned === 'No' || entry.launched === 'No';
  if (stayedDown && entry.status !== 'No-launch') {
    refuse('status', 'Status must be No-launch when the unit was not planned or did not launch');
  }
  if (!stayedDown && entry.status === 'No-launch') {
    refuse('status', 'A unit that launched cannot be a No-launch');
  }
  if (entry.status !== 'Completed') {
    if (entry.primaryIssue === '') refuse('primaryIssue', 'Primary issue is required unless Completed');
    if (entry.severity === '') refuse('severity', 'Severity is required unless Completed');
  }
  if (entry.primaryIssue === 'Other' && entry.otherDetail === '') {
    refuse('otherDetail', 'Describe the issue when it is Other');
  }
  if (entry.subIssue !== '' && !subIssuesOf(entry.primaryIssue).includes(entry.subIssue)) {
    refuse('subIssue', `Sub-issue does not belong to ${entry.primaryIssue || 'an empty issue'}`);
  }
  return found;
}

/** The status that planned and launched dictate, or undefined where a person decides. */
export const statusDictatedBy = (planned: string, launched: string): 'No-launch' | undefined =>
  planned === 'No' || launched === 'No' ? 'No-launch' : undefined;

/**
 * The key under which two spellings are one pilot: NFKC, trimmed, case folded.
 * Equal to the generated column `entries.pilot_key`, digit for digit.
 */
export const pilotKey = (operator: string): string =>
  operator.normalize('NFKC').trim().toUpperCase().toLowerCase();
