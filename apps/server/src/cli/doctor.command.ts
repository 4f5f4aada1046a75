import { Command } from 'commander';
import { inWords } from '../start/words.ts';
import { withStorage } from './database.ts';
import { examine } from './doctor/examine.ts';
import { type Finding, problem } from './doctor/finding.ts';
import { answer, exitCodes, jsonOption } from './output.ts';

const signs = { ok: '✓ ok', warning: '! warning', problem: '✗ problem' };

const lineOf = ({ name, state, found, advice }: Finding) =>
  `${signs[state].padEnd(10)} ${name.padEnd(12)} ${found}${advice ? `\n${' '.repeat(24)}→ ${advice}` : ''}`;

export const doctorCommand = new Command('doctor')
  .description('Look at everything that has to be well, and say what to do where it is not; change nothing')
  .option(...jsonOption)
  .addHelpText('after', '\nExit codes: 0 all is well, 2 there are warnings, 3 there are problems.')
  .action(async (options: { json: boolean }) => {
    const findings = await withStorage(({ settings, storage }) =>
      examine(settings, storage.parts, new Date()),
    ).catch((error: unknown): Finding[] => [
      { name: 'environment', ...problem(inWords(error), 'Mend this first, then ask again.') },
    ]);
    answer(options, findings, (findings) => findings.map(lineOf).join('\n'));
    if (findings.some(({ state }) => state === 'problem')) process.exitCode = exitCodes.found;
    else if (findings.some(({ state }) => state === 'warning')) process.exitCode = exitCodes.partly;
  });
