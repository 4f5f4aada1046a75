import { inWords } from '../start/words.ts';
import { exitCodes } from './output.ts';
import { program } from './program.ts';

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${inWords(error)}\n`);
  process.exitCode = exitCodes.failed;
}
