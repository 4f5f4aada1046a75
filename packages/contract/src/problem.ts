import { z } from 'zod';

/** The body of every error, as `application/problem+json`. */
export const problem = z.object({
  status: z.int(),
  /** Stable, for programs: `shows.day_full`. */
  code: z.string(),
  /** One sentence a person can act on. */
  detail: z.string(),
  /** A copy of `detail`, which old clients read. */
  error: z.string(),
  requestId: z.string(),
  /** For a 400: each field that is wrong, by its path (`entries.0.notes`). */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** For a 412: the record as it stands now. */
  current: z.unknown().optional(),
});
export type ProblemBody = z.output<typeof problem>;
