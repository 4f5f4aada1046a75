import { connect, type Socket } from 'node:net';
import { createParser, type Message } from '../sse.ts';

/** One listener of the live stream, made so that thousands fit into a process: it reads numbers and nothing else. */
export class Listener {
  /** The numbers of the changes that it was told of, in their order. */
  readonly seen: number[] = [];
  /** The number that it began after; undefined until the server has greeted it. */
  from: number | undefined;
  /** How often it was cut off, and came back. */
  lost = 0;
  readonly #at: { port: number; token: string };
  #socket: Socket | undefined;
  #over = false;

  constructor(at: { port: number; token: string }) {
    this.#at = at;
  }

  get last(): number | undefined {
    return this.seen.at(-1) ?? this.from;
  }

  /** Opens the stream. @returns when it was greeted @throws Error where it is cut off before it ever was */
  open(): Promise<void> {
    const { port, token } = this.#at;
    const socket = connect(port, '127.0.0.1');
    this.#socket = socket;
    const resume = this.last === undefined ? '' : `last-event-id: ${this.last}\r\n`;
    socket.write(
      `GET /api/events HTTP/1.1\r\nhost: venue\r\naccept: text/event-stream\r\nauthorization: Bearer ${token}\r\n${resume}\r\n`,
    );
    socket.on('error', () => undefined);
    // What it looks for is ASCII; what lies between is the head of the answer and the sizes of chunks.
    const parse = createParser((message) => this.#take(message));
    return new Promise((resolve, reject) => {
      socket.setEncoding('latin1').on('data', (text: string) => {
        parse(text);
        if (this.from !== undefined) resolve();
      });
      socket.on('close', () => {
        if (this.from === undefined) reject(new Error('a listener was not let in'));
        else this.#comeBack();
      });
    });
  }

  close(): void {
    this.#over = true;
    this.#socket?.destroy();
  }

  #comeBack(): void {
    if (this.#over) return;
    this.lost += 1;
    setTimeout(() => !this.#over && void this.open(), 500);
  }

  #take({ id, event }: Message): void {
    if (id === '') return;
    if (event === 'change') this.seen.push(Number(id));
    else this.from ??= Number(id);
  }
}
