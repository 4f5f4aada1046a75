import { QueryClient } from '@tanstack/react-query';
import type { LiveEvent } from '@monkey-tracker/contract/events';
import { beforeEach, expect, it, vi } from 'vitest';
import { entrySample, showSample } from './testing/samples.ts';

// The queries reach for the session of a browser's page, which these tests have no use for.
vi.mock('../../api/call.ts', () => ({ call: vi.fn<() => void>() }));
const { applyToLog } = await import('./log.live.ts');
const { showsQuery } = await import('./log.queries.ts');

const show = showSample();
const entry = entrySample();
let client: QueryClient;

const happened = (event: Partial<LiveEvent>) =>
  applyToLog(client, {
    seq: 1,
    at: 1,
    actor: null,
    type: 'show.created',
    subjectId: null,
    showId: show.id,
    after: null,
    ...event,
  });

const shown = () => client.getQueryData(showsQuery.queryKey);

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData(showsQuery.queryKey, []);
});

it('follows a show from its creation through its entries to the archive', () => {
  happened({ type: 'show.created', subjectId: show.id, after: show });
  happened({ type: 'entry.created', subjectId: entry.id, after: entry });
  happened({ type: 'entry.created', subjectId: entry.id, after: entry });
  expect(shown()).toEqual([{ ...show, entries: [entry] }]);
  happened({ type: 'entry.updated', subjectId: entry.id, after: { ...entry, status: 'Abort', version: 2 } });
  expect(shown()?.[0]?.entries[0]?.status).toBe('Abort');
  happened({ type: 'entry.deleted', subjectId: entry.id });
  expect(shown()).toEqual([show]);
  happened({ type: 'show.archived', subjectId: show.id, after: { ...show, archivedAt: 5 } });
  expect(shown()).toEqual([]);
});

it('reads anew what it cannot make sense of', () => {
  happened({ type: 'show.updated', subjectId: show.id, after: { odd: true } });
  expect(client.getQueryState(showsQuery.queryKey)?.isInvalidated).toBe(true);
});
