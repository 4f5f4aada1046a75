import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive, made while it is packed. */
export interface Packed {
  path: string;
  content: AsyncIterable<string> | Iterable<string>;
}

interface Entry {
  path: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** 1 January 1980: a file has the same bytes whenever it is made. */
const dosDate = 0x21;
/** Sizes follow the content; names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
const largest = 0xffff_ffff;

const words = (...values: [value: number, bytes: 2 | 4][]) => {
  const buffer = Buffer.alloc(values.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of values) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
};

const version: [number, 2] = [20, 2];
const described = ({ crc, packed, size }: Entry): [number, 4][] => [
  [crc, 4],
  [packed, 4],
  [size, 4],
];
const method: [number, 2][] = [
  [flags, 2],
  [deflated, 2],
  [0, 2],
  [dosDate, 2],
];

/** Packs files into a ZIP archive piece by piece. @throws Error beyond the 4 GiB of the plain format. */
export async function* zip(files: AsyncIterable<Packed>): AsyncGenerator<Buffer> {
  const entries: Entry[] = [];
  let offset = 0;
  for await (const { path, content } of files) {
    const entry: Entry = { path: Buffer.from(path), crc: 0, packed: 0, size: 0, offset };
    yield Buffer.concat([
      words([0x04034b50, 4], version, ...method, ...described(entry), [entry.path.length, 2], [0, 2]),
      entry.path,
    ]);
    for await (const piece of deflate(measured(content, entry))) {
      entry.packed += piece.length;
      yield piece;
    }
    yield words([0x08074b50, 4], ...described(entry));
    offset += 30 + entry.path.length + entry.packed + 16;
    if (Math.max(offset, entry.size) > largest) throw new Error('the file is too large for its format');
    entries.push(entry);
  }
  const directory = Buffer.concat(entries.map(directoryEntry));
  const count: [number, 2] = [entries.length, 2];
  yield directory;
  yield words([0x06054b50, 4], [0, 2], [0, 2], count, count, [directory.length, 4], [offset, 4], [0, 2]);
}

async function* measured(content: Packed['content'], entry: Entry): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const piece = Buffer.from(text);
    entry.crc = crc32(piece, entry.crc);
    entry.size += piece.length;
    yield piece;
  }
}

/** What fails while the content is made destroys the stream, and so ends the loop that reads it. */
const deflate = (content: AsyncIterable<Buffer>): AsyncIterable<Buffer> =>
  pipeline(Readable.from(content), createDeflateRaw({ level: 6 }), () => {});

const directoryEntry = (entry: Entry) =>
  Buffer.concat([
    words([0x02014b50, 4], version, version, ...method, ...described(entry), [entry.path.length, 2], [0, 2]),
    words([0, 2], [0, 2], [0, 2], [0, 4], [entry.offset, 4]),
    entry.path,
  ]);
