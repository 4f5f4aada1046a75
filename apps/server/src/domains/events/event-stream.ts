import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { isAdministrative, type LiveEvent } from '@monkey-tracker/contract/events';
import type { Db } from '@monkey-tracker/db/client';
import type { Feed } from '../../platform/feed.ts';
import { missedEvents } from './events.service.ts';

/** A client that reads this much too slowly is cut off; it resumes where it was. */
const backlogBytes = 4 * 1_048_576;

const shortPauseMs = () => 500 + Math.floor(Math.random() * 2_500);

/** One listener's server-sent events, in order, without gap or repeat. */
export class EventStream {
  readonly #out: ServerResponse;
  #sent = 0;

  constructor(out: ServerResponse, headers: ReturnType<FastifyReply['getHeaders']>) {
    this.#out = out;
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) out.setHeader(name, value);
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    out.write('retry: 1000\n\n');
  }

  /** Sends what was missed since `lastSeen`, then everything new. Without it, only what is new. */
  async follow(feed: Feed, db: Db, lastSeen: number | undefined): Promise<void> {
    const early: [LiveEvent, string][] = [];
    let caughtUp = false;
    const { from, stop } = await feed.listen((event, encoded) => {
      if (caughtUp) this.#send(event, encoded);
      else early.push([event, encoded]);
    });
    this.#out.on('close', stop);
    if (this.#out.destroyed) return stop();

    this.#sent = lastSeen ?? from;
    const missed = lastSeen === undefined ? [] : await missedEvents(db, lastSeen, from);
    if (missed === 'too many') {
      this.#sent = from;
      this.#write(`event: reset\nid: ${from}\ndata: {}\n\n`);
    } else {
      for (const event of missed) this.#send(event, JSON.stringify(event));
      if (lastSeen === undefined) this.#write(`event: ready\nid: ${from}\ndata: {}\n\n`);
    }
    for (const [event, encoded] of early) this.#send(event, encoded);
    caughtUp = true;
  }

  /** Something that is no event of the log: it has no number, and nobody resumes from it. */
  tell(name: string, encoded: string): void {
    this.#write(`event: ${name}\ndata: ${encoded}\n\n`);
  }

  comment(words: string): void {
    this.#write(`: ${words}\n\n`);
  }

  end(): void {
    this.#out.end();
  }

  /** The server stops: the client comes back to another one, not all clients at the same instant. */
  goodbye(): void {
    this.#write(`retry: ${shortPauseMs()}\nevent: goodbye\ndata: {}\n\n`);
    this.end();
  }

  /** The numbers no longer hold, because the log is another one: the client comes back and reads all anew. */
  moved(): void {
    this.#write(`retry: ${shortPauseMs()}\nid: moved\nevent: reset\ndata: {}\n\n`);
    this.end();
  }

  #send(event: LiveEvent, encoded: string): void {
    if (event.seq <= this.#sent) return;
    this.#sent = event.seq;
    if (isAdministrative(event.type)) return;
    this.#write(`event: change\nid: ${event.seq}\ndata: ${encoded}\n\n`);
  }

  #write(text: string): void {
    if (this.#out.writableEnded || this.#out.destroyed) return;
    this.#out.write(text);
    if (this.#out.writableLength > backlogBytes) this.#out.destroy();
  }
}
