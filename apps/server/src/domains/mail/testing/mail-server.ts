import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

type Say = (recipient: string) => { responseCode: number } | undefined;

/** A mail server of the test's own, which takes every mail unless told otherwise. */
export async function openMailServer({ account }: { account?: { user: string; pass: string } } = {}) {
  const taken: { to: string[]; text: string }[] = [];
  let refuse: Say = () => undefined;
  const server = new SMTPServer({
    authOptional: account === undefined,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === account?.user && password === account?.pass
        ? done(null, { user: username })
        : done(new Error('no')),
    onRcptTo({ address }, _session, done) {
      const refusal = refuse(address);
      done(refusal && Object.assign(new Error('not now'), refusal));
    },
    onData(stream, { envelope }, done) {
      let text = '';
      stream.on('data', (piece) => (text += String(piece)));
      stream.on('end', () => {
        // Quoted-printable, as far as links need it.
        const plain = text.replace(/=\r\n/g, '').replace(/=3D/g, '=');
        taken.push({ to: envelope.rcptTo.map(({ address }) => address), text: plain });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
  // It listens on a port, so that its address is of this kind.
  const { port } = server.server.address() as AddressInfo;
  const login = account ? `${account.user}:${account.pass}@` : '';
  return {
    url: `smtp://${login}127.0.0.1:${port}`,
    taken,
    refusing: (say: Say) => (refuse = say),
  };
}
