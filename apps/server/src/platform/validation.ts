import fp from 'fastify-plugin';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { AppOptions } from './http.ts';

/** Requests are parsed by the contract's schemas; answers are built by us, and checked where asked. */
export const validation = fp<AppOptions>(
  async (app, options) => {
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(
      options.checkAnswers ? serializerCompiler : () => (body) => JSON.stringify(body),
    );
  },
  { name: 'validation' },
);
