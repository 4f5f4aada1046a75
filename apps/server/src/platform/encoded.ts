import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer that is JSON already, and the tag that names this very content. */
export interface Encoded {
  body: Buffer;
  /** In quotes, as `ETag` has it. */
  tag: string;
}

/** Sends it, or only says that the client has it already. */
export function sendEncoded(request: FastifyRequest, reply: FastifyReply, { body, tag }: Encoded) {
  reply.header('etag', tag);
  if (request.headers['if-none-match'] === tag) return reply.status(304).send();
  return reply.type('application/json; charset=utf-8').send(body);
}
