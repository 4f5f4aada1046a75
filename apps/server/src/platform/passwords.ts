import fp from 'fastify-plugin';
import { createPasswords, type Passwords } from './passwords.hashing.ts';

/** Hashing of passwords for all domains, bounded for the whole process. */
export const passwords = fp(
  async (app) => {
    app.decorate('passwords', createPasswords(app.environment.PASSWORD_PEPPER));
  },
  { name: 'passwords' },
);

declare module 'fastify' {
  interface FastifyInstance {
    passwords: Passwords;
  }
}
