import { describe, expect, it } from 'vitest';
import { partsFromUrl, sslDefault, toPoolConfig } from './connection.ts';

const defaults = {
  schema: 'public',
  poolMin: 2,
  poolMax: 10,
  connectTimeoutMs: 5_000,
  idleTimeoutMs: 30_000,
  statementTimeoutMs: 5_000,
  slowQueryMs: 1_000,
  applicationName: 'test',
};

describe('a database URL', () => {
  it('is taken apart, with what was escaped in it', () => {
    expect(partsFromUrl('postgres://us%40er:p%2Fw@db.example:6543/shows', defaults)).toMatchObject({
      host: 'db.example',
      port: 6543,
      user: 'us@er',
      password: 'p/w',
      database: 'shows',
      ssl: 'verify-full',
    });
  });
  it.each([
    'mysql://localhost/x',
    'nonsense',
    'postgres://h/d?sslrootcert=/etc/passwd',
    'postgres://h/d?options=-c%20log_statement=all',
    'postgres://h/d?host=/tmp',
    'postgres://h/d?sslmode=prefer',
  ])('such as %s is refused in words', (url) => {
    expect(() => partsFromUrl(url, defaults)).toThrow(/^DATABASE_URL: /);
  });
  it('is never repeated in a refusal, because it holds a password', () => {
    expect(() => partsFromUrl('postgres://u:hidden@h/d?sslkey=x', defaults)).toThrow(/^((?!hidden).)*$/);
  });
});

describe('a connection', () => {
  it.each(['localhost', '127.0.0.1', '127.8.8.8', '::1', '/var/run/postgresql'])(
    'to %s needs no TLS',
    (host) => expect(sslDefault(host)).toBe('disable'),
  );
  it.each(['db.example', '10.0.0.5', '127.example.org', 'localhost.example.org'])(
    'to %s verifies the certificate',
    (host) => expect(sslDefault(host)).toBe('verify-full'),
  );
  it('cannot be given options by the name of a schema', () => {
    const parts = { ...partsFromUrl('postgres://127.0.0.1/x', defaults), schema: 'a" -c log_statement=all' };
    expect(toPoolConfig(parts).options).toContain('-c search_path="a""\\ -c\\ log_statement=all"');
  });
});
