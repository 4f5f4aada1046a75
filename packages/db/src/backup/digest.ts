import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** A stream that passes everything on and knows afterwards what went through. */
export function digesting() {
  const hash = createHash('sha256');
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, result: () => ({ bytes, sha256: hash.digest('hex') }) };
}
