import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';

/** Judges an argument by the contract, and refuses it in its words. */
export const checked =
  (schema: z.ZodType<string>) =>
  (given: string): string => {
    const parsed = schema.safeParse(given);
    if (!parsed.success)
      throw new InvalidArgumentError(parsed.error.issues[0]?.message ?? 'It is not valid.');
    return parsed.data;
  };
