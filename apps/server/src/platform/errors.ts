import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { problemOfDatabase } from './postgres-errors.ts';
import { fieldErrors, isValidationFailure, type ValidationFailure } from './field-errors.ts';
import { invalid, Problem } from './problem.ts';

const framework: Record<string, Problem> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new Problem(413, 'request.too_large', 'The request is too large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new Problem(415, 'request.media_type', 'Send the body as application/json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: new Problem(400, 'request.invalid', 'The body is empty'),
  FST_ERR_BAD_URL: new Problem(400, 'request.invalid', 'The address is not valid'),
};

/** Turns whatever was thrown into a refusal in words; what nobody foresaw becomes a bare 500. */
function toProblem(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (isValidationFailure(error)) return ofValidation(error);
  const known = framework[error.code];
  if (known) return known;
  const ofDatabase = problemOfDatabase(error);
  if (ofDatabase) return ofDatabase;
  const status = error.statusCode ?? 500;
  if (status === 429) return new Problem(429, 'request.too_many', 'Too many requests. Wait a little.');
  if (status >= 400 && status < 500) {
    return new Problem(status, 'request.invalid', 'The request is not valid JSON or not well formed');
  }
  return new Problem(500, 'server.error', 'Something went wrong on the server. It has been logged.');
}

/** A malformed id in the address is simply the id of nothing. */
function ofValidation({ validation, validationContext }: ValidationFailure): Problem {
  const errors = fieldErrors(validation);
  if (validationContext !== 'params') return invalid(errors);
  return new Problem(404, 'not_found', errors[0]?.message ?? 'Not found');
}

/** Answers a problem; an answer that has begun can only be cut off. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  if (problem.extras.retryAfterSec) reply.header('retry-after', problem.extras.retryAfterSec);
  return reply
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problem.toBody(request.id)));
}

/** Every error leaves the server as `application/problem+json`, without stack, SQL or path. */
export const errors = fp(
  async (app) => {
    app.setErrorHandler<FastifyError>((error, request, reply) => {
      const problem = toProblem(error);
      // Who is refused on purpose stands in the line of the request; a flood of them must not become a flood of lines.
      if (problem.status >= 500 && !(error instanceof Problem))
        request.log.error({ err: error }, problem.message);
      return sendProblem(request, reply, problem);
    });
  },
  { name: 'errors' },
);
