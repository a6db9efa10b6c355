import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What becomes of a connection when its client has sent something. */
export type Fate = 'goes on' | 'cut before it arrives' | 'cut before the answer';

/**
 * Stands before a server and cuts connections.
 *
 * @param fate decides for each piece that a client sends
 * @returns the port on 127.0.0.1; the proxy is gone after the test
 */
export async function startCuttingProxy(target: number, fate: () => Fate): Promise<number> {
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(target, '127.0.0.1');
    const end = () => {
      client.destroy();
      server.destroy();
      open.delete(client);
      open.delete(server);
    };
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on('error', end).on('close', end);
    }
    server.pipe(client);
    client.on('data', (sent) => {
      const decided = fate();
      if (decided === 'goes on') server.write(sent);
      else if (decided === 'cut before it arrives') end();
      else {
        // It arrives, and the server does as it is told; nobody hears of it.
        server.unpipe(client);
        client.destroy();
        server.end(sent);
        server.resume();
      }
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(async () => {
    for (const socket of open) socket.destroy();
    proxy.close();
    await once(proxy, 'close');
  });
  return (proxy.address() as AddressInfo).port;
}
