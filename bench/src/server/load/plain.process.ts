import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { say, told } from '../stage/told.ts';

// The least that a server on this machine can do: the same bytes, from memory, to whoever asks.
const bytes = Buffer.from(await told<string>());
const server = createServer((_request, response) => {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  });
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => say((server.address() as AddressInfo).port));
