import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The certificate of the relay, by which it can be known. It is for 127.0.0.1 only, until the year 2126; its key guards nothing. */
export const CERTIFICATE = fileURLToPath(new URL('./tls/server.pem', import.meta.url));
const KEY = fileURLToPath(new URL('./tls/server-key.pem', import.meta.url));

/**
 * Gives the address of a relay on this machine that talks TLS, as PostgreSQL does, and hands everything on to a server that does
 * not. It takes no connection that is not encrypted, and lasts until the test is finished.
 */
export async function openEncryptedRelay(address: string): Promise<string> {
  const { hostname, port } = new URL(address);
  const connections = new Set<Socket>();
  const listener = createServer((near) => {
    connections.add(near);
    // A client asks for encryption first, in a message of 8 bytes (https://www.postgresql.org/docs/current/protocol-flow.html).
    near.once('data', (asked) => {
      if (asked.length !== 8) return near.destroy();
      near.write('S');
      const secure = new TLSSocket(near, {
        isServer: true,
        key: readFileSync(KEY),
        cert: readFileSync(CERTIFICATE),
      });
      const far = connect(Number(port), hostname);
      secure.pipe(far).pipe(secure);
      for (const [one, another] of [
        [secure, far],
        [far, secure],
      ] as const) {
        one.on('error', () => another.destroy());
        one.on('close', () => another.destroy());
      }
      return undefined;
    });
    near.on('error', () => near.destroy());
  });
  await new Promise<void>((resolve) => listener.listen(0, () => resolve()));
  onTestFinished(async () => {
    const closed = new Promise<void>((resolve) => void listener.close(() => resolve()));
    for (const connection of connections) connection.destroy();
    await closed;
  });
  const url = new URL(address);
  url.port = String((listener.address() as AddressInfo).port);
  return url.href;
}
