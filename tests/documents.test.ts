import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const documents = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));

const quoted = documents.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => ({ file, words })),
);

it('every path that a document names exists', () => {
  const paths = quoted.filter(({ words }) =>
    /^(apps|packages|drizzle|docs|tests|bench|\.github|\.ci)\/[\w./-]*$/.test(words),
  );
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter(({ words }) => !existsSync(words))).toEqual([]);
});

it('every link of a document leads to a file', () => {
  const links = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => ({ file, to })),
  );
  expect(links.filter(({ file, to }) => !existsSync(new URL(to, `file://${process.cwd()}/${file}`)))).toEqual(
    [],
  );
});

it('every pnpm command that a document names is a script', () => {
  const commands = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/pnpm(?:@[\d.]+)? (?:run )?([a-z][\w:]*)/g)].map(
      ([, name = '']) => ({ file, name }),
    ),
  );
  const builtIn = ['install', 'add', 'exec', 'monorepo'];
  expect(commands.filter(({ name }) => !builtIn.includes(name) && !(name in scripts))).toEqual([]);
});
