import { runTask } from '../stage/task.ts';
import type { Load, Outcome } from './request.ts';

/** Asks for a while. @throws Error where an answer was a refusal: then nothing was measured. */
export async function load(input: Load): Promise<Outcome> {
  const outcome = await runTask<Outcome>('load/http.process.ts', input);
  if (outcome.refused > 0)
    throw new Error(
      `${outcome.refused} requests to port ${input.port} were refused: ${JSON.stringify(input.ask)}`,
    );
  return outcome;
}
