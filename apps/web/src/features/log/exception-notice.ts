import { entry } from '@monkey-tracker/contract/entries';
import type { LiveEvent } from '@monkey-tracker/contract/events';

/** What to say of a change to a person who wants to hear of exceptions; undefined where it is none, or their own. */
export function exceptionNotice({ type, actor, after }: LiveEvent, ownId: string): string | undefined {
  if (type !== 'entry.created' || actor?.id === ownId) return undefined;
  const told = entry.safeParse(after);
  if (!told.success || told.data.status === 'Completed') return undefined;
  const { operator, unitId, status, primaryIssue } = told.data;
  return `${operator}, ${unitId}: ${status}${primaryIssue ? `, ${primaryIssue}` : ''}`;
}
