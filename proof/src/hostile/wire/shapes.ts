import { type Manner, says, saysAndLeaves } from './talk.ts';

/** Something that no program should send, and which answers are right: exactly one of these, none where there are none, and then the end. */
export interface Shape {
  what: string;
  behave: Manner;
  answers: readonly number[];
  /** Node itself refuses it, without a word. */
  isBare?: true;
  /** So much is sent that the end may come as a reset, which takes the answer with it. */
  mayBeReset?: true;
}

const start = 'POST /api/auth/login HTTP/1.1\r\nhost: venue\r\ncontent-type: application/json\r\n';
/** Another request that would be answered, if somebody took it for one. */
const smuggled = 'GET /healthz HTTP/1.1\r\nhost: venue\r\n\r\n';
const get = 'GET /healthz HTTP/1.1\r\nhost: venue\r\n';

/** Requests that two programs would cut into pieces at different places: the rest of one is another one's request. */
const smuggling: [string, string][] = [
  ['both lengths', `${start}content-length: 6\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
  [
    'both lengths, the other way round',
    `${start}transfer-encoding: chunked\r\ncontent-length: 6\r\n\r\n0\r\n\r\n${smuggled}`,
  ],
  ['two different lengths', `${start}content-length: 0\r\ncontent-length: 40\r\n\r\n${smuggled}`],
  ['a list of lengths', `${start}content-length: 0, 40\r\n\r\n${smuggled}`],
  ['a length with a sign', `${start}content-length: +0\r\n\r\n${smuggled}`],
  ['a length in hexadecimal', `${start}content-length: 0x0\r\n\r\n${smuggled}`],
  ['a length below nothing', `${start}content-length: -1\r\n\r\n${smuggled}`],
  ['a length beyond all numbers', `${start}content-length: ${'9'.repeat(40)}\r\n\r\n${smuggled}`],
  [
    'a coding that only looks like chunked',
    `${start}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n${smuggled}`,
  ],
  ['chunked, but not at last', `${start}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n${smuggled}`],
  ['a blank before the colon', `${start}transfer-encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`],
  ['a folded header', `${start}transfer-encoding:\r\n chunked\r\ncontent-length: 0\r\n\r\n${smuggled}`],
  ['a line that ends with CR alone', `${start}x: y\rtransfer-encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`],
  ['a NUL in a header', `${get}x: a\0b\r\n\r\n${smuggled}`],
  ['no name of a header', `${get}: x\r\n\r\n${smuggled}`],
];

const chunked = `${start}transfer-encoding: chunked\r\n\r\n`;

/** What is no HTTP/1.1 at all, or far too much of it. */
const nonsense: [string, string][] = [
  ['a chunk whose size is no number', `${chunked}zz\r\n{}\r\n0\r\n\r\n`],
  ['a chunk with a size below nothing', `${chunked}-2\r\n{}\r\n0\r\n\r\n`],
  ['a chunk that is longer than it says', `${chunked}1\r\n{"email":1}\r\n0\r\n\r\n`],
  ['a chunk beyond all numbers', `${chunked}${'f'.repeat(17)}\r\n{}\r\n0\r\n\r\n`],
  ['a chunk with 100 kB of extensions', `${chunked}2;${'x'.repeat(100_000)}\r\n{}\r\n0\r\n\r\n`],
  ['a header of a megabyte', `${get}x: ${'y'.repeat(1_000_000)}\r\n\r\n`],
  ['10,000 headers', `${get}${'x: y\r\n'.repeat(10_000)}\r\n`],
  ['an address of a megabyte', `GET /${'y'.repeat(1_000_000)} HTTP/1.1\r\nhost: venue\r\n\r\n`],
  ['a method that nobody knows', 'STEAL /healthz HTTP/1.1\r\nhost: venue\r\n\r\n'],
  ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/9.9', 'GET /healthz HTTP/9.9\r\nhost: venue\r\n\r\n'],
  ['a greeting of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['bytes', Buffer.from(Array.from({ length: 512 }, (_, n) => (n * 37) % 256)).toString('latin1')],
];

/** What is refused at once, whoever sends it. */
export const refused: Shape[] = [
  {
    what: 'no host',
    behave: says(`GET /healthz HTTP/1.1\r\n\r\n${smuggled}`),
    answers: [400],
    isBare: true,
  },
  ...smuggling.map(([what, text]) => ({ what, behave: says(text), answers: [400] })),
  ...nonsense.map(([what, text]): Shape => ({
    what,
    behave: says(text),
    answers: [400, 413, 431],
    ...(text.length >= 1_000_000 && { mayBeReset: true }),
  })),
];

/** What ends with a refusal as soon as the other side has gone, or without a word where nothing was asked. */
export const leaving: Shape[] = [
  { what: 'gone before the first byte', behave: saysAndLeaves(''), answers: [] },
  { what: 'gone in the middle of the headers', behave: saysAndLeaves('GET /healthz HT'), answers: [400] },
  {
    what: 'gone in the middle of the body',
    behave: saysAndLeaves(`${start}content-length: 100\r\n\r\n{"em`),
    answers: [400],
  },
  { what: 'gone in the middle of a chunk', behave: saysAndLeaves(`${chunked}ff\r\n{"em`), answers: [400] },
];

/** Those who take their time. */
export const slow: { what: string; beginning: string }[] = [
  { what: 'silence', beginning: '' },
  { what: 'headers that never end', beginning: 'GET /healthz HTTP/1.1\r\nx-slow: ' },
  { what: 'a body that never ends', beginning: `${start}content-length: 100000\r\n\r\n{"email":"` },
  { what: 'chunks that never end', beginning: `${chunked}ffff\r\n{"email":"` },
  {
    what: 'a body that never comes, after it was asked for',
    beginning: `${start}content-length: 100\r\nexpect: 100-continue\r\n\r\n`,
  },
];
