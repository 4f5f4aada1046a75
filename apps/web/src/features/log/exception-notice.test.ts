import type { LiveEvent } from '@monkey-tracker/contract/events';
import { expect, it } from 'vitest';
import { entrySample } from './testing/samples.ts';
import { exceptionNotice } from './exception-notice.ts';

const event = (after: unknown, change: Partial<LiveEvent> = {}): LiveEvent => ({
  seq: 1,
  at: 0,
  actor: { id: 'b', displayName: 'Bea' },
  type: 'entry.created',
  subjectId: null,
  showId: null,
  after,
  ...change,
});

it('tells of what somebody else logged that did not complete, and of nothing else', () => {
  const failed = entrySample({ operator: 'Nick', unitId: 'D7', status: 'Abort', primaryIssue: 'Battery' });
  expect(exceptionNotice(event(failed), 'a')).toBe('Nick, D7: Abort, Battery');
  expect(exceptionNotice(event(failed), 'b')).toBeUndefined();
  expect(exceptionNotice(event(entrySample({ status: 'Completed' })), 'a')).toBeUndefined();
  expect(exceptionNotice(event(failed, { type: 'entry.updated' }), 'a')).toBeUndefined();
});
