import { expect, it } from 'vitest';
import { withEntry, withoutEntry, withoutShow, withShow } from './log.cache.ts';
import { entrySample, showSample } from './testing/samples.ts';

const show = showSample();

it('takes a new or a newer show, and leaves an older one aside', () => {
  expect(withShow([], show)).toEqual([show]);
  const newer = { ...show, label: 'Late', version: 2 };
  expect(withShow([show], newer)).toEqual([newer]);
  expect(withShow([newer], show)).toEqual([newer]);
  expect(withoutShow([show], show.id)).toEqual([]);
});

it('takes an entry once, newest version, in order of time', () => {
  const late = entrySample({ id: '0190a000-0000-7000-8000-0000000000e2', ts: 2_000 });
  const early = entrySample();
  const both = withEntry(withEntry([show], show.id, late), show.id, early);
  expect(both[0]?.entries).toEqual([early, late]);
  expect(withEntry(both, show.id, early)).toEqual(both);
  const mended = { ...early, unitId: 'D-9', version: 2 };
  expect(withEntry(both, show.id, mended)[0]?.entries).toEqual([mended, late]);
  expect(withEntry(withEntry(both, show.id, mended), show.id, early)[0]?.entries).toEqual([mended, late]);
  expect(withoutEntry(both, show.id, early.id)[0]?.entries).toEqual([late]);
});

it('leaves other shows alone', () => {
  const other = showSample({ id: '0190a000-0000-7000-8000-000000000052' });
  expect(withEntry([other], show.id, entrySample())).toEqual([other]);
});
