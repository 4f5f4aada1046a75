import { exportShow } from '@monkey-tracker/contract/export';
import { afterEach, expect, it, vi } from 'vitest';
import { download, type Progress } from './download.ts';
import { Session } from './session.ts';

const id = '0190a000-0000-7000-8000-000000000051';
const user = { id, email: 'a@b.c', displayName: 'A', roles: [], settings: {} };

function openSession() {
  const session = new Session({ getItem: () => null, setItem: () => {}, removeItem: () => {} });
  session.open({ accessToken: 'one', expiresIn: 900, user });
  return session;
}

const answering = (...answers: Response[]) => {
  const fetched = vi.fn<(url: string, init: { headers: object }) => Promise<Response | undefined>>(async () =>
    answers.shift(),
  );
  vi.stubGlobal('fetch', fetched);
  return fetched;
};
const refused = () =>
  Response.json(
    { status: 401, code: 'x', detail: 'Refused', error: 'Refused', requestId: 'r' },
    { status: 401 },
  );
const file = (body: BodyInit) =>
  new Response(body, {
    headers: { 'content-disposition': 'attachment; filename="show.csv"', 'x-entries-total': '12' },
  });

afterEach(() => vi.unstubAllGlobals());

it('keeps a file under the name that the server gives it, and tells how much has come', async () => {
  const fetched = answering(file('a,b\n1,2\n'));
  const saved: File[] = [];
  const seen: Progress[] = [];
  await download(
    openSession(),
    exportShow,
    { params: { id }, query: { columns: 'all' } },
    { save: (one) => saved.push(one), onProgress: (progress) => seen.push(progress) },
  );
  expect(fetched.mock.calls[0]).toEqual([
    `/api/export/shows/${id}?columns=all`,
    expect.objectContaining({ headers: { authorization: 'Bearer one' } }),
  ]);
  expect([saved[0]?.name, await saved[0]?.text(), seen.at(-1)]).toEqual([
    'show.csv',
    'a,b\n1,2\n',
    { bytes: 8, entries: 12 },
  ]);
});

it('renews a refused token once', async () => {
  answering(refused(), Response.json({ accessToken: 'two', expiresIn: 900, user }), file('x'));
  const saved: File[] = [];
  await download(openSession(), exportShow, { params: { id } }, { save: (one) => saved.push(one) });
  expect(saved).toHaveLength(1);
});

it('keeps nothing of a file that breaks off', async () => {
  const broken = new ReadableStream({
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  answering(file(broken));
  const saved: File[] = [];
  await expect(
    download(openSession(), exportShow, { params: { id } }, { save: (one) => saved.push(one) }),
  ).rejects.toThrow('cannot be reached');
  expect(saved).toEqual([]);
});
