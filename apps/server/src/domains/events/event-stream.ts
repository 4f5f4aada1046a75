import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { isAdministrative, type LiveEvent } from '@monkey-tracker/contract/events';
import type { Db } from '@monkey-tracker/db/client';
import type { Feed } from '../../platform/feed.ts';
import { missedEvents } from './events.service.ts';

/** A client that reads this much too slowly is cut off; it resumes where it was. */
const backlogBytes = 4 * 1_048_576;

const shortPauseMs = () => 500 + Math.floor(Math.random() * 2_500);

const encoded = new WeakMap<readonly LiveEvent[], Buffer>();

/** The events as the stream has them; made once for each list of them. Empty where people may see none of them here. */
function framesOf(events: readonly LiveEvent[]): Buffer {
  const known = encoded.get(events);
  if (known) return known;
  const frames = events
    .filter(({ type }) => !isAdministrative(type))
    .map((event) => `event: change\nid: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
  const bytes = Buffer.from(frames.join(''));
  encoded.set(events, bytes);
  return bytes;
}

/** One listener's server-sent events, in order, without gap or repeat. */
export class EventStream {
  readonly #out: ServerResponse;
  #sent = 0;

  constructor(out: ServerResponse, headers: ReturnType<FastifyReply['getHeaders']>) {
    this.#out = out;
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) out.setHeader(name, value);
    // The answer ends with its connection: without chunks each telling is one write of bytes that all streams share.
    out.removeHeader('transfer-encoding');
    out.writeHead(200, {
      connection: 'close',
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    out.write('retry: 1000\n\n');
  }

  /** Sends what was missed since `lastSeen`, then everything new. Without it, only what is new. */
  async follow(feed: Feed, db: Db, lastSeen: number | undefined): Promise<void> {
    const early: (readonly LiveEvent[])[] = [];
    let caughtUp = false;
    const { from, stop } = await feed.listen((events) => {
      if (caughtUp) this.#send(events);
      else early.push(events);
    });
    this.#out.on('close', stop);
    if (this.#out.destroyed) return stop();

    this.#sent = lastSeen ?? from;
    const missed = lastSeen === undefined ? [] : await missedEvents(db, lastSeen, from);
    if (missed === 'too many') {
      this.#sent = from;
      this.#write(`event: reset\nid: ${from}\ndata: {}\n\n`);
    } else {
      this.#send(missed);
      if (lastSeen === undefined) this.#write(`event: ready\nid: ${from}\ndata: {}\n\n`);
    }
    for (const events of early) this.#send(events);
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

  /** What this client has not been sent yet; usually that is all, encoded once for everybody. */
  #send(events: readonly LiveEvent[]): void {
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last || last.seq <= this.#sent) return;
    const fresh = first.seq > this.#sent ? events : events.filter(({ seq }) => seq > this.#sent);
    this.#sent = last.seq;
    this.#write(framesOf(fresh));
  }

  #write(text: string | Buffer): void {
    if (text.length === 0 || this.#out.writableEnded || this.#out.destroyed) return;
    this.#out.write(text);
    if (this.#out.writableLength > backlogBytes) this.#out.destroy();
  }
}
