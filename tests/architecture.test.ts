import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'apps', 'packages'], {
  encoding: 'utf8',
});
const sources = tracked
  .split('\n')
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/e2e\/|\/testing\//.test(file));

/** The file or package that an import means, as a path from the root. */
function target(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return specifier.replace(/^@monkey-tracker\/([^/]+)\//, 'packages/$1/src/');
}

const edges = sources.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(/(?:from|import) '([^']+)'/g)].map(([, specifier = '']) => ({
    from,
    to: target(from, specifier),
  })),
);

const domainOf = (file: string) => /apps\/server\/src\/domains\/([^/]+)\//.exec(file)?.[1];
const featureOf = (file: string) => /apps\/web\/src\/features\/([^/]+)\//.exec(file)?.[1];
const wrong = (judge: (from: string, to: string) => boolean) =>
  edges.filter(({ from, to }) => judge(from, to)).map(({ from, to }) => `${from} → ${to}`);

it('the contract imports nothing of ours and no server library', () => {
  expect(
    wrong((from, to) => from.startsWith('packages/contract') && !/^(zod|packages\/contract\/)/.test(to)),
  ).toEqual([]);
});

it('the database package knows the contract and neither the server nor the pages', () => {
  expect(wrong((from, to) => from.startsWith('packages/db') && to.startsWith('apps/'))).toEqual([]);
});

it('the pages know the contract and nothing of the server or the database', () => {
  expect(
    wrong(
      (from, to) =>
        from.startsWith('apps/web') && /^(apps\/server|packages\/db|fastify|drizzle|pg$)/.test(to),
    ),
  ).toEqual([]);
});

it('the platform knows no domain', () => {
  expect(wrong((from, to) => from.includes('/platform/') && domainOf(to) !== undefined)).toEqual([]);
});

it('a domain reaches another only through its index', () => {
  expect(
    wrong((from, to) => {
      const [own, other] = [domainOf(from), domainOf(to)];
      return own !== undefined && other !== undefined && own !== other && !to.endsWith('/index.ts');
    }),
  ).toEqual([]);
});

it('a service never imports fastify, and a plugin never imports drizzle', () => {
  expect(
    wrong(
      (from, to) =>
        (from.endsWith('.service.ts') && /fastify/.test(to)) ||
        (from.endsWith('.plugin.ts') && /drizzle/.test(to)),
    ),
  ).toEqual([]);
});

it('in the pages, features know neither each other nor the app, and the ui knows neither', () => {
  expect(
    wrong((from, to) => {
      if (from.includes('/web/src/ui/')) return /web\/src\/(features|api|app)\//.test(to);
      if (from.includes('/web/src/api/')) return /web\/src\/(features|ui)\//.test(to);
      const own = featureOf(from);
      if (own === undefined) return false;
      // The addresses are constants that everybody may name.
      if (/web\/src\/app\//.test(to)) return !to.endsWith('/app/paths.ts');
      return (featureOf(to) ?? own) !== own;
    }),
  ).toEqual([]);
});

it('no name says nothing', () => {
  expect(sources.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(file))).toEqual([]);
});

it('no two files import each other in a circle', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges)
    next.set(from, [...(next.get(from) ?? []), /\.tsx?$/.test(to) ? to : `${to}.ts`]);
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' → ')];
    if (done.has(file)) return [];
    const found = (next.get(file) ?? []).flatMap((to) => visit(to, [...path, file]));
    done.add(file);
    return found;
  };
  expect(sources.flatMap((file) => visit(file, []))).toEqual([]);
});
