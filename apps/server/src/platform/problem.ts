import type { ProblemBody } from '@monkey-tracker/contract/problem';

type Extras = Pick<ProblemBody, 'errors' | 'current'> & { retryAfterSec?: number };

/** A refusal in words: thrown by services, answered as `application/problem+json`. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly extras: Extras;

  constructor(status: number, code: string, detail: string, extras: Extras = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.extras = extras;
  }

  /** The body of the answer. */
  toBody(requestId: string): ProblemBody {
    const { retryAfterSec: _, ...extras } = this.extras;
    return {
      status: this.status,
      code: this.code,
      detail: this.message,
      error: this.message,
      requestId,
      ...extras,
    };
  }
}

/** A 400 that names each field with what is wrong with it. */
export const invalid = (errors: { path: string; message: string }[]) =>
  new Problem(400, 'request.invalid', errors[0]?.message ?? 'The request is not valid', { errors });
