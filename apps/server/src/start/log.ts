import Fastify, { type FastifyBaseLogger } from 'fastify';
import { logOptions } from '../platform/log.ts';

/** The server's log before there is a server: the same lines, to the same place. */
export const openLog = (level: string): FastifyBaseLogger => Fastify({ logger: logOptions(level) }).log;
