import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';

/** What the type provider makes of zod's issues. */
export interface ValidationFailure {
  validation: { keyword: string; instancePath: string; message: string; params: { keys?: string[] } }[];
  validationContext?: string;
}

export const isValidationFailure = (error: FastifyError): error is FastifyError & ValidationFailure =>
  hasZodFastifySchemaValidationErrors(error);

/** What is wrong with a request, each with the path of its field: `crew.0`. */
export function fieldErrors(validation: ValidationFailure['validation']) {
  return validation.flatMap(({ keyword, instancePath, message, params }) => {
    const path = instancePath.slice(1).replaceAll('/', '.');
    if (keyword !== 'unrecognized_keys') return [{ path, message }];
    return (params.keys ?? []).map((key) => {
      const field = path === '' ? key : `${path}.${key}`;
      return { path: field, message: `Unknown field: ${field}` };
    });
  });
}
