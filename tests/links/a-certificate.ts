import { generateKeyPairSync, sign } from 'node:crypto';

/** A key and a certificate that signs itself, both PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

/**
 * Makes a certificate for a host, which only those take for good who are told to trust it.
 *
 * @param until last year in which it holds
 */
export function aCertificate(host: string, until = 2049): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(tagged(0x31, sequence(COMMON_NAME, tagged(0x0c, Buffer.from(host)))));
  const names = sequence(tagged(0x82, Buffer.from(host)));
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    name,
    sequence(day(2020), day(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(ALTERNATIVE_NAME, tagged(0x04, names)))),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(
    body,
    ECDSA_WITH_SHA256,
    tagged(0x03, Buffer.concat([NO_BITS_LEFT, signature])),
  );
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}

// The parts of a certificate (RFC 5280), each a tag, a length and its bytes.
const NO_BITS_LEFT = Buffer.from([0]);
const COMMON_NAME = tagged(0x06, Buffer.from('550403', 'hex'));
const ALTERNATIVE_NAME = tagged(0x06, Buffer.from('551d11', 'hex'));
const ECDSA_WITH_SHA256 = sequence(tagged(0x06, Buffer.from('2a8648ce3d040302', 'hex')));

function day(year: number): Buffer {
  return tagged(0x17, Buffer.from(`${String(year % 100).padStart(2, '0')}0101000000Z`));
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts));
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
