import type { Answer } from '@monkey-tracker/contract/endpoint';
import type { health } from '@monkey-tracker/contract/health';

type Backlog = NonNullable<Answer<typeof health>['details']>['webhook'];

/** What an administrator should know of the webhook, in a sentence; undefined where it is well. */
export function troubleOf({
  pausedReason,
  waiting,
  dead,
  lastFailureAt,
  lastFailure,
  lastSuccessAt,
}: Backlog): string | undefined {
  if (pausedReason !== null) return `The webhook is paused. ${pausedReason} ${messages(waiting)} waiting.`;
  const failsNow = lastFailureAt !== null && lastFailureAt > (lastSuccessAt ?? 0);
  if (!failsNow || waiting + dead === 0) return undefined;
  const lost = dead === 0 ? '' : ` ${messages(dead)} given up within 30 days.`;
  return `The webhook does not get through: ${lastFailure ?? 'no answer'}. ${messages(waiting)} waiting.${lost}`;
}

const messages = (count: number) => (count === 1 ? '1 message is' : `${count} messages are`);
