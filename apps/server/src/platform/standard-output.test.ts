import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';

const module = new URL('standard-output.ts', import.meta.url).href;
const log = new URL('../start/log.ts', import.meta.url).href;

/** What a process of its own leaves on its standard output. */
async function outputOf(script: string): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return output;
}

const lines = Array.from({ length: 3_000 }, (_, number) => `line ${number} ${'x'.repeat(100)}`);
/** To look at `process.stdout` makes a pipe one that refuses what it cannot take at once. */
const write = `import { standardOutput } from '${module}';
  process.stdout.isTTY;
  const write = (from, to) => {
    for (let number = from; number < to; number += 1) standardOutput.write('line ' + number + ' ' + 'x'.repeat(100) + '\\n');
  };`;

it.each([
  ['ends by itself', `${write} write(0, 1000); setTimeout(() => write(1000, 3000), 30);`],
  ['is ended', `${write} write(0, 3000); process.exit(1);`],
  ['fails', `${write} write(0, 3000); throw new Error('nobody foresaw this');`],
])('all lines of the log leave, whole and in order, when the process %s', async (_, script) => {
  expect((await outputOf(script)).trimEnd().split('\n')).toEqual(lines);
});

it('a fatal line leaves at once, with all before it, even where nothing is done at the end', async () => {
  const output = await outputOf(`import { openLog } from '${log}';
    const log = openLog('info');
    log.info('before'); log.fatal('the last words'); process.kill(process.pid, 'SIGKILL');`);
  expect(
    output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).msg),
  ).toEqual(['before', 'the last words']);
});

it('whoever reads the log may leave, and the process goes on', async () => {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `${write} setInterval(() => write(0, 100), 1); setTimeout(() => process.exit(7), 300);`,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await once(child, 'exit')).toEqual([7, null]);
});

it('a reader that stands still does not stop the process, and is told how many lines it missed', async () => {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `${write} let turns = 0;
      const turning = setInterval(() => { write(0, 500); if ((turns += 1) === 100) clearInterval(turning); }, 1);
      process.on('SIGUSR2', () => { setInterval(() => write(0, 1), 20); setTimeout(() => process.exit(turns === 100 ? 7 : 1), 1000); });
      setInterval(() => turns === 100 && process.stderr.write('done'), 50);`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // Nobody reads, and still it comes to the end of its work.
  await once(child.stderr, 'data');
  child.kill('SIGUSR2');
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(child.exitCode).toBe(7);
  const told = output.trimEnd().split('\n');
  expect(told.every((line) => /^line \d+ x{100}$|lines of the log were lost/.test(line))).toBe(true);
  expect(told.some((line) => line.includes('lines of the log were lost'))).toBe(true);
});
