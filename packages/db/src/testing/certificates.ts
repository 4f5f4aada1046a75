import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate with its key, as PEM. */
export interface Certificate {
  pem: string;
  key: string;
}

export interface Authority extends Certificate {
  /** A server's certificate for a host name or an IPv4 address. */
  issue(host: string): Certificate;
}

// As much of DER as a certificate needs: tag, length, content.
const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const bytes: number[] = [];
  for (let left = content.length; left > 0; left >>= 8) bytes.unshift(left & 0xff);
  const length = content.length < 128 ? [content.length] : [0x80 | bytes.length, ...bytes];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const id = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const whole = (value: Buffer) => der(0x02, value);
const bits = (value: Buffer) => der(0x03, Buffer.from([0]), value);
const bytes = (value: Buffer) => der(0x04, value);
const time = (moment: Date) =>
  der(0x18, Buffer.from(`${moment.toISOString().replaceAll(/\D/g, '').slice(0, 14)}Z`));

const ecdsaWithSha256 = sequence(id('2a8648ce3d040302'));
const nameOf = (text: string) => sequence(der(0x31, sequence(id('550403'), der(0x0c, Buffer.from(text)))));
const extension = (oid: string, value: Buffer) => sequence(id(oid), bytes(value));
const yes = der(0x01, Buffer.from([0xff]));
const dayMs = 86_400_000;

function certificate(
  subject: string,
  publicKey: KeyObject,
  issuer: string,
  signer: KeyObject,
  extra: Buffer,
) {
  const about = sequence(
    der(0xa0, whole(Buffer.from([2]))),
    whole(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    nameOf(issuer),
    sequence(time(new Date(Date.now() - dayMs)), time(new Date(Date.now() + dayMs))),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extra)),
  );
  const signed = sequence(about, ecdsaWithSha256, bits(sign('sha256', about, signer)));
  const lines = signed.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

const newPair = () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const pemOf = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** A certificate authority for one test, valid for a day; made without any program beside Node. */
export function createAuthority(name: string): Authority {
  const own = newPair();
  return {
    pem: certificate(name, own.publicKey, name, own.privateKey, extension('551d13', sequence(yes))),
    key: pemOf(own.privateKey),
    issue(host) {
      const pair = newPair();
      const address = /^[\d.]+$/.test(host) ? der(0x87, Buffer.from(host.split('.').map(Number))) : undefined;
      const alternative = address ?? der(0x82, Buffer.from(host));
      const extra = extension('551d11', sequence(alternative));
      return {
        pem: certificate(host, pair.publicKey, name, own.privateKey, extra),
        key: pemOf(pair.privateKey),
      };
    },
  };
}
