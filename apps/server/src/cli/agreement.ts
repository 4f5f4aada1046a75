import { confirm, isCancel } from '@clack/prompts';
import { StartFailure } from '../start/failure.ts';

interface Question {
  /** What is about to happen, as a sentence. */
  what: string;
  ask: string;
  /** What was not done, where the answer is no. */
  refusal: string;
  /** Said beforehand, with `--yes`. */
  yes: boolean;
}

/** Goes on only where a person agrees; without one at hand, `--yes` has to. */
export async function ensureAgreed({ what, ask, refusal, yes }: Question): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw new StartFailure(`${what} To do it without being asked, add --yes.`);
  const agreed = await confirm({ message: `${what}\n${ask}`, initialValue: false });
  if (isCancel(agreed) || !agreed) throw new StartFailure(refusal);
}
