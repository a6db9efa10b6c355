import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A wire between a program and a server, which can be cut. */
export interface Relay {
  /** The address with the relay's host and port in place of the server's. */
  address(of: string): string;
  /** Cuts every connection and takes no new one. */
  cut(): Promise<void>;
  /** Takes connections again, at the same port. */
  mend(): Promise<void>;
  /** Lets nothing through that the server answers, on connections that are there. */
  swallowAnswers(): void;
}

/** Opens a relay on 127.0.0.1 to a server, until the test is finished. */
export async function openRelay(server: string): Promise<Relay> {
  const { hostname, port } = new URL(server);
  const sockets = new Set<Socket>();
  const listener = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [one, another] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(another);
      one.on('error', () => another.destroy());
      one.on('close', () => {
        sockets.delete(one);
        another.destroy();
      });
    }
    swallowing.push(() => {
      far.unpipe(near);
      far.resume();
    });
  });
  const swallowing: (() => void)[] = [];
  const listen = (at: number) =>
    new Promise<void>((resolve) => listener.listen(at, '127.0.0.1', () => resolve()));
  await listen(0);
  const own = (listener.address() as AddressInfo).port;

  const relay: Relay = {
    address(of) {
      const url = new URL(of);
      url.port = String(own);
      return url.href;
    },
    async cut() {
      const closed = new Promise<void>((resolve) => {
        listener.close(() => resolve());
      });
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: () => listen(own),
    swallowAnswers() {
      for (const swallow of swallowing) swallow();
    },
  };
  onTestFinished(async () => {
    if (listener.listening) await relay.cut();
  });
  return relay;
}
