import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** A file that is made while it is sent: memory stays flat, however long it gets. */
export interface Download {
  /** A name for people's folders, in plain ASCII. */
  name: string;
  type: string;
  headers?: Record<string, string | number>;
  content: AsyncGenerator<string | Buffer>;
}

/**
 * Sends a file. What fails before the first piece is answered as a problem; after it the connection is cut, so that
 * nobody takes a part for the whole. A client that goes away ends the making.
 */
export async function sendFile(
  reply: FastifyReply,
  { name, type, headers, content }: Download,
): Promise<FastifyReply> {
  const first = await content.next();
  const body = Readable.from(
    (async function* () {
      if (first.done) return;
      yield first.value;
      yield* content;
    })(),
  );
  body.once('close', () => void content.return(undefined));
  return reply
    .headers({ ...headers, 'content-disposition': `attachment; filename="${name}"` })
    .type(type)
    .send(body);
}
