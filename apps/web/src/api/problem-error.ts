import { type ProblemBody, problem } from '@monkey-tracker/contract/problem';

/** A refusal of the server, in its own words. */
export class ProblemError extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.detail);
    this.name = 'ProblemError';
    this.body = body;
  }
}

/** No answer came: nobody knows whether the server did what was asked, so it may be asked again. */
export class Unreachable extends Error {
  constructor() {
    super('The server cannot be reached. What you typed is still here. Try again.');
    this.name = 'Unreachable';
  }
}

/** The refusal that an answer tells; one that is no problem of ours comes from something in between. */
export async function problemOf(answer: Response): Promise<ProblemError> {
  const told = problem.safeParse(await answer.json().catch(() => null));
  if (told.success) return new ProblemError(told.data);
  const detail = `The server answered ${answer.status}. Try again in a moment.`;
  return new ProblemError({
    status: answer.status,
    code: 'answer.unreadable',
    detail,
    error: detail,
    requestId: '',
  });
}

export const isProblem = (error: unknown, is: { status?: number; code?: string }): error is ProblemError =>
  error instanceof ProblemError &&
  (is.status === undefined || error.body.status === is.status) &&
  (is.code === undefined || error.body.code === is.code);

/** Whether the same request may succeed a moment later. */
export const mayPass = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof ProblemError && error.body.status >= 500);

/** The messages of a refusal by the first part of the field's path, as forms show them. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  if (!(error instanceof ProblemError)) return {};
  const pairs = (error.body.errors ?? []).map(
    ({ path, message }) => [path.split('.')[0] ?? '', message] as const,
  );
  // The first message of a field wins.
  return Object.fromEntries(pairs.toReversed());
}
