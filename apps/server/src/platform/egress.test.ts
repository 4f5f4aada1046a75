import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';
import { guardEgress } from './egress.ts';
import { readRange } from './egress.addresses.ts';
import { judgeAddresses, readAllowList, readTarget } from './egress.rules.ts';

const hostile = [
  // This machine, in all its spellings.
  'http://127.0.0.1/',
  'http://127.0.0.1:3000/',
  'http://127.1/',
  'http://127.255.255.254/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://0x7f.0x0.0x0.0x1/',
  'http://127.0.0.1./',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://%31%32%37.0.0.1/',
  'http://0/',
  'http://0.0.0.0:8080/',
  'http://0.1.2.3/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]:8080/',
  'http://localhost/',
  'http://LOCALHOST:8080/',
  'http://localhost./',
  // IPv4 inside IPv6.
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[0:0:0:0:0:ffff:10.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://[::7f00:1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::10.0.0.1]/',
  'http://[2002:7f00:1::]/',
  'http://[2002:c0a8:101::1]/',
  'http://[2001:0:5ef5:79fd:0:0:80ff:fefe]/',
  // Private networks, links, providers.
  'http://10.0.0.1/',
  'http://10.255.255.255/',
  'http://172.16.0.1/',
  'http://172.31.255.254/',
  'http://192.168.0.1/',
  'http://3232235777/',
  'http://0xc0a80001/',
  'http://0300.0250.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/',
  'http://169.254.1.1/',
  'http://100.64.0.1/',
  'http://100.127.255.254/',
  'http://[fd00::1]/',
  'http://[fc00::1]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[fd00:ec2::254]/',
  // Nobody and everybody.
  'http://224.0.0.1/',
  'http://239.255.255.250/',
  'http://255.255.255.255/',
  'http://240.0.0.1/',
  'http://192.0.2.1/',
  'http://198.18.0.1/',
  'http://203.0.113.7/',
  'http://192.0.0.170/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://[100::1]/',
  'http://[3fff::1]/',
  'http://[5f00::1]/',
  // No web address, or one with something in it.
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://example.org:70/',
  'data:text/plain,x',
  'javascript:alert(1)',
  'ws://example.org/',
  'http://user:word@example.org/',
  'http://user@example.org/',
  'http://127.0.0.1@example.org/',
  'https://example.org:22/',
  'https://example.org:25/',
  'http://example.org:0/',
  'http://example.org:70000/',
  'http://',
  '//example.org/',
  'example.org',
  '',
];

const publicAddress = '93.184.215.14';

/** A guard for which names lead where the test says. */
function egressOf(addresses: string[] | (() => string[]), allowed = '') {
  return guardEgress(readAllowList(allowed), async (host) => {
    if (/^localhost$/i.test(host)) return ['127.0.0.1'];
    return typeof addresses === 'function' ? addresses() : addresses;
  });
}

describe('what an administrator can make the server connect to', () => {
  it(`is none of ${hostile.length} hostile addresses`, async () => {
    const egress = egressOf([publicAddress]);
    expect(hostile.length).toBeGreaterThan(60);
    const passed: string[] = [];
    for (const url of hostile) {
      const refused = await egress.destination(url).catch((error: Error) => error.constructor.name);
      if (refused !== 'EgressRefusal') passed.push(url);
    }
    expect(passed).toEqual([]);
  });

  it.each([
    'https://example.org/hook?key=1',
    'http://example.org:8080/',
    'http://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'http://[::ffff:8.8.8.8]:1024/',
  ])('may be %s', async (url) => {
    await expect(egressOf([publicAddress]).destination(url)).resolves.toMatchObject({ url: new URL(url) });
  });

  it.each([
    ['127.0.0.1'],
    ['::ffff:10.1.1.1'],
    ['64:ff9b::10.0.0.1'],
    ['169.254.169.254'],
    ['fe80::1%eth0'],
    [publicAddress, '192.168.1.1'],
    ['2606:4700::1111', '::1'],
  ])('is no name that leads to %s', async (...addresses) => {
    const egress = egressOf(addresses);
    await expect(egress.destination('https://example.org/')).rejects.toThrow('private network');
  });

  it('is no name that leads nowhere', async () => {
    await expect(egressOf([]).destination('https://example.org/')).rejects.toThrow('cannot be found');
    const failing = egressOf(() => {
      throw new Error('SERVFAIL');
    });
    await expect(failing.destination('https://example.org/')).rejects.toThrow('cannot be found');
  });

  it('is judged anew each time, and told with the addresses that were judged', async () => {
    const answers = [[publicAddress], ['10.0.0.1']];
    const egress = egressOf(() => answers.shift() ?? []);
    expect((await egress.destination('http://example.org/')).addresses).toEqual([publicAddress]);
    await expect(egress.destination('http://example.org/')).rejects.toThrow('private network');
  });
});

describe('the networks of this machine', () => {
  it('are shut behind public numbers too, unless the allow-list names them', () => {
    const own = [readRange('93.184.215.0/24'), readRange('2606:4700::/32')];
    const target = readTarget('https://example.org/', []);
    for (const address of [publicAddress, '2606:4700::1111']) {
      expect(() => judgeAddresses(target, [address], [], own)).toThrow('private network');
      expect(() => judgeAddresses(target, [address], readAllowList('example.org'), own)).not.toThrow();
    }
    expect(() => judgeAddresses(target, ['8.8.8.8'], [], own)).not.toThrow();
  });
});

describe('the allow-list', () => {
  it.each([
    ['intranet.example', 'http://intranet.example/', ['10.0.0.1']],
    ['Intranet.Example:8080', 'http://intranet.example:8080/', ['10.0.0.1']],
    ['intranet.example:25', 'http://intranet.example:25/', ['10.0.0.1']],
    ['10.0.0.0/8', 'http://intranet.example/', ['10.0.0.1']],
    ['10.0.0.1', 'http://10.0.0.1/', []],
    ['10.0.0.1:8080, 10.0.0.2', 'http://10.0.0.1:8080/', []],
    ['fd00::/8', 'http://[fd00::5]:8080/', []],
    ['[::1]:8080', 'http://[::1]:8080/', []],
    ['127.0.0.1', 'http://[::ffff:127.0.0.1]/', []],
  ])('with %s opens %s', async (allowed, url, addresses) => {
    const egress = egressOf(addresses, allowed);
    await expect(egress.destination(url)).resolves.toBeDefined();
  });

  it.each([
    ['intranet.example:8080', 'http://intranet.example:9090/', ['10.0.0.1']],
    ['intranet.example', 'http://evil.intranet.example/', ['10.0.0.1']],
    ['intranet.example', 'http://intranet.example:22/', ['10.0.0.1']],
    ['intranet.example:22', 'http://example.org:22/', [publicAddress]],
    ['10.0.0.0/8', 'http://intranet.example/', ['10.0.0.1', '192.168.0.1']],
    ['10.0.0.1', 'http://10.0.0.2/', []],
  ])('with %s leaves %s shut', async (allowed, url, addresses) => {
    const egress = egressOf(addresses, allowed);
    await expect(egress.destination(url)).rejects.toThrow(/private network|Port 22/);
  });

  it.each(['10.0.0.0/33', '10/8', 'http://x', 'x:99999', 'a b'])('stops the start at %s', (entry) => {
    expect(() => readEnvironment({ WEBHOOK_ALLOW_HOSTS: `example.org, ${entry}` })).toThrow(
      `WEBHOOK_ALLOW_HOSTS: ${entry} is no`,
    );
  });
});
