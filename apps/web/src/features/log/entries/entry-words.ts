import type { Entry } from '@monkey-tracker/contract/entries';

/** What failed, in a few words; empty where nothing did. */
export const issueOf = ({ primaryIssue, subIssue, otherDetail }: Entry): string =>
  [primaryIssue, subIssue, otherDetail].filter((word) => word !== '').join(': ');

/** The rest of what is known, each part in words that stand alone. */
export function detailsOf({ severity, rootCause, actions, commandRx, batteryId }: Entry): string[] {
  return [
    severity,
    rootCause && `Cause: ${rootCause}`,
    actions.join(', '),
    commandRx && `Command received: ${commandRx}`,
    batteryId && `Battery ${batteryId}`,
  ].filter((part) => part !== '');
}
