import { createHash, randomBytes } from 'node:crypto';

/** How the database knows a long random secret that it does not hold. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A secret of 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
