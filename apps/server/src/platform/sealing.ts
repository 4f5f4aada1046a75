import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Hides secrets that must be readable again, so that a copy of the database alone does not give them away. */
export interface Sealer {
  seal(purpose: Purpose, secret: string): string;
  isSealed(text: string): boolean;
  /** The secret again. @throws where it was sealed for another purpose, with another key, or changed since. */
  unseal(purpose: Purpose, sealed: string): string;
}

type Purpose = 'totp' | 'mail' | 'webhook';

const prefix = 'sealed:1:';
const [nonceBytes, tagBytes] = [12, 16];

/** AES-256-GCM, with a key for each purpose. @param pepper the secret that is never in the database. */
export function createSealer(pepper: string): Sealer {
  const keyFor = (purpose: Purpose) =>
    Buffer.from(hkdfSync('sha256', pepper, '', `monkey-tracker ${purpose}`, 32));
  return {
    isSealed: (text) => text.startsWith(prefix),
    seal(purpose, secret) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce);
      const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return prefix + Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    unseal(purpose, sealed) {
      if (!sealed.startsWith(prefix)) throw new Error('This was never sealed');
      const bytes = Buffer.from(sealed.slice(prefix.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const plain = [decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()];
      return Buffer.concat(plain).toString('utf8');
    },
  };
}
