// Runs deploy/Caddyfile as it is before real servers: `pnpm proof:proxy`. Needs Linux, root, and the programs caddy, unshare and
// ip (packages caddy, util-linux and iproute2 of Debian); everything happens in a network and mount namespace of its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, openBrowser } from './proxy/browser.ts';
import { nameHosts } from './proxy/caddy.ts';
import { logPilots } from './proxy/hands.ts';
import { addresses, admin, openVenue } from './proxy/venue.ts';
import { createParser } from './sse.ts';

if (!process.env.MT_PROXY_INSIDE) {
  const itself = [process.execPath, fileURLToPath(import.meta.url)];
  const env = { ...process.env, MT_PROXY_INSIDE: '1' };
  const { status } = spawnSync('unshare', ['--net', '--mount', ...itself], { stdio: 'inherit', env });
  process.exit(status ?? 1);
}
execFileSync('ip', ['link', 'set', 'lo', 'up']);

const { first, second, caddy, folder, env, close } = await openVenue();

let broken = 0;
function say(holds: boolean, what: string, found: unknown = '') {
  if (!holds) broken += 1;
  console.log(`${holds ? 'ok    ' : 'BROKEN'} ${what}${found === '' ? '' : `: ${String(found)}`}`);
}

async function until(holds: () => boolean, otherwise: string) {
  for (const began = performance.now(); !holds(); await pause(1)) {
    if (performance.now() - began > 30_000) throw new Error(otherwise);
  }
}

async function signIn(browser: Browser) {
  const login = await browser.ask('/api/auth/login', {
    body: admin,
    from: '127.0.0.50',
    headers: { 'x-forwarded-for': '203.0.113.7' },
  });
  const cookie = String(login.headers['set-cookie']);
  say(
    /^__Secure-[^;]+;.*\bSecure\b/i.test(cookie) && /HttpOnly/i.test(cookie),
    'the cookie is of this host and secure',
    cookie.replace(/=[^;]+/, '=…'),
  );
  say(login.headers['strict-transport-security'] !== undefined, 'browsers are told to stay with TLS');
  const { accessToken } = JSON.parse(login.body) as { accessToken: string };
  const bearer = { authorization: `Bearer ${accessToken}` };
  const { body } = await browser.ask('/api/auth/sessions', { headers: bearer });
  const seen = (JSON.parse(body) as { sessions: { address: string }[] }).sessions[0]?.address;
  say(
    seen === '127.0.0.50',
    'the server sees the address of the person, not one that the person claims',
    seen,
  );
  const made = await browser.ask('/api/auth/tokens', {
    body: { name: 'proof', role: 'admin' },
    headers: bearer,
  });
  return (JSON.parse(made.body) as { token: string }).token;
}

try {
  nameHosts(folder, { app: addresses.app });
  await first.start();
  const browser = openBrowser(await caddy.start());

  const statuses = [];
  for (let n = 0; n < 60; n += 1) statuses.push((await browser.ask('/readyz')).status);
  say(
    statuses.every((status) => status === 200),
    'one server, and a name that leads nowhere: every request is answered',
  );
  const plain = await fetch('http://localhost/shows', { redirect: 'manual' });
  say(plain.status === 308, 'plain http leads to https', plain.headers.get('location'));
  const metrics = await browser.ask('/metrics', {
    headers: { authorization: `Bearer ${env.METRICS_TOKEN}` },
  });
  say(metrics.status === 404, 'metrics are not for the world');
  const token = await signIn(browser);
  const headers = { authorization: `Bearer ${token}` };

  const asked = performance.now();
  const stream = await browser.open('/api/events', { headers });
  const seen: { ms: number; text: string }[] = [];
  let whole = '';
  const numbers: number[] = [];
  const parse = createParser(({ event, id }) => {
    if (event === 'change') numbers.push(Number(id));
  });
  stream.setEncoding('utf8').on('data', (text: string) => {
    seen.push({ ms: performance.now(), text });
    whole += text;
    parse(text);
  });
  stream.on('error', () => {});
  await until(() => whole.includes('event: ready'), 'the stream did not begin');
  say(
    (seen[0]?.ms ?? Infinity) - asked < 10_000,
    'a stream begins at once',
    `${Math.round((seen[0]?.ms ?? 0) - asked)} ms`,
  );
  const show = {
    date: new Date().toISOString().slice(0, 10),
    time: '20:00',
    label: 'Main',
    leadPilot: 'Ada',
    monkeyLead: 'Cleo',
  };
  const wrote = performance.now();
  const { body } = await browser.ask('/api/shows', { body: show, headers });
  const showId = (JSON.parse(body) as { id: string }).id;
  await until(() => whole.includes('event: change'), 'the change did not come through the stream');
  say(
    performance.now() - wrote < 10_000,
    'a change comes through it unbuffered',
    `${Math.round(performance.now() - wrote)} ms after it was sent`,
  );

  nameHosts(folder, addresses);
  await second.start();
  await pause(6_000);
  const work = async (name: string, during: () => Promise<unknown>) => {
    const stop = new AbortController();
    const hands = logPilots(browser, { token, show: showId, hands: 6, name }, stop.signal);
    // Whoever waits for them hears of it; until then nobody does.
    hands.catch(() => {});
    await pause(1_000);
    await during();
    await pause(1_000);
    stop.abort();
    return hands;
  };
  const told = ({ acknowledged, failures, slowestMs }: Awaited<ReturnType<typeof work>>) =>
    `${acknowledged.size} entries, ${failures.length} answers failed, the slowest took ${Math.round(slowestMs)} ms ${failures.slice(0, 3).join(' | ')}`;

  const killed = await work('Killed', () => second.kill());
  say(killed.acknowledged.size > 0, 'one of two is killed: the other goes on', told(killed));
  await second.start();
  await pause(12_000);
  const replaced = await work('Replaced', async () => {
    await second.kill('SIGTERM');
    await second.start();
  });
  say(replaced.failures.length === 0, 'one of two is replaced, and nobody notices', told(replaced));

  const kept = await browser.ask(`/api/shows/${showId}`, { headers });
  const ids = new Set((JSON.parse(kept.body) as { entries: { id: string }[] }).entries.map(({ id }) => id));
  const lost = [...killed.acknowledged, ...replaced.acknowledged].filter((id) => !ids.has(id));
  say(
    lost.length === 0 && ids.size === killed.acknowledged.size + replaced.acknowledged.size,
    'nothing is lost and nothing twice',
    `${ids.size} entries`,
  );
  // The stream goes through the server that stays: of the show and its entries it tells every change, each once.
  const due = ids.size + 1;
  await until(() => numbers.length >= due, 'the stream did not tell of all changes').catch(() => {});
  say(
    numbers.length === due && numbers.every((number, place) => number > (numbers[place - 1] ?? 0)),
    'the stream through the server that stayed told of every change, once and in order',
    `${numbers.length} changes of ${due}`,
  );

  const path = '/api/export/entries?format=json';
  const [through, direct] = [
    await browser.ask(path, { headers }),
    await fetch(first.url + path, { headers }),
  ];
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const sameAs = (text: string) => text.replace(/"exportedAt":[^,]+,/, '');
  say(
    digest(sameAs(through.body)) === digest(sameAs(await direct.text())),
    'a large file arrives whole',
    `${Math.round(through.body.length / 1024)} KiB`,
  );
  stream.destroy();
  browser.close();
} finally {
  await close();
}
console.log(broken === 0 ? 'The Caddyfile does what it says.' : `${broken} promises are broken.`);
process.exitCode = broken === 0 ? 0 : 1;
