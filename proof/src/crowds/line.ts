import { connect, type Socket } from 'node:net';

const blank = Buffer.from('\n\n');
const idAt = Buffer.from('\nid: ');
const changes = Buffer.from('event: change\n');
const nothing = Buffer.alloc(0);

/** One listener of the live stream, made so that thousands fit into a process: it reads numbers and nothing else. */
export class Line {
  /** The numbers of the changes that it was told of, in their order. */
  readonly seen: number[] = [];
  /** The number that it began after; undefined until the server has greeted it. */
  from: number | undefined;
  /** How often it was cut off, and came back. */
  lost = 0;
  readonly #at: { port: number; token: string };
  #socket: Socket | undefined;
  #rest: Buffer = nothing;
  #over = false;

  constructor(at: { port: number; token: string }) {
    this.#at = at;
  }

  get last(): number | undefined {
    return this.seen.at(-1) ?? this.from;
  }

  /** Opens it. @returns when it was greeted */
  open(): Promise<void> {
    const { port, token } = this.#at;
    const socket = connect(port, '127.0.0.1');
    this.#socket = socket;
    this.#rest = nothing;
    const resume = this.last === undefined ? '' : `last-event-id: ${this.last}\r\n`;
    socket.write(
      `GET /api/events HTTP/1.1\r\nhost: venue\r\naccept: text/event-stream\r\nauthorization: Bearer ${token}\r\n${resume}\r\n`,
    );
    socket.on('error', () => undefined);
    socket.on('close', () => this.#comeBack());
    return new Promise((resolve) => {
      socket.on('data', (piece) => {
        this.#read(piece);
        if (this.from !== undefined) resolve();
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

  /** Takes whole messages; what is left waits for the next piece. */
  #read(piece: Buffer): void {
    const text = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    let begin = 0;
    for (let end = text.indexOf(blank); end >= 0; end = text.indexOf(blank, begin)) {
      this.#take(text.subarray(begin, end));
      begin = end + blank.length;
    }
    this.#rest = begin === text.length ? nothing : Buffer.from(text.subarray(begin));
  }

  #take(message: Buffer): void {
    const at = message.indexOf(idAt);
    if (at < 0) return;
    const end = message.indexOf(10, at + idAt.length);
    const id = Number(message.toString('latin1', at + idAt.length, end < 0 ? message.length : end));
    if (message.indexOf(changes) >= 0) this.seen.push(id);
    else this.from ??= id;
  }
}
