import type { Entry } from '@monkey-tracker/contract/entries';
import { pilotKey } from '@monkey-tracker/contract/entry-rules';
import type { ComboboxData } from '@mantine/core';

/** The roster as choices: those who can still be logged first, the others shown but not to be chosen. */
export function pilotChoices(
  roster: readonly string[],
  entries: readonly Entry[],
  editing?: Entry,
): ComboboxData {
  const taken = new Set(
    entries.filter(({ id }) => id !== editing?.id).map(({ operator }) => pilotKey(operator)),
  );
  const isTaken = (name: string) => taken.has(pilotKey(name));
  const logged = roster.filter(isTaken);
  return [
    { group: 'Not logged yet', items: roster.filter((name) => !isTaken(name)) },
    { group: 'Logged already', items: logged.map((value) => ({ value, label: value, disabled: true })) },
  ].filter(({ items }) => items.length > 0);
}
