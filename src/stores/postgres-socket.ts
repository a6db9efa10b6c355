import { connect, type Socket } from 'node:net';

/** So many connections in a row on which nothing was heard, and nobody is taken to be there. */
const HUNG_UP = 3;

/** Where the driver is to connect to: one host, or several of which the first that answers is taken. */
interface Hosts {
  host: string[];
  port: number[];
  path?: string | false;
}

/**
 * Makes the sockets of one pool. Left to itself the driver would connect on and on, without a pause, to a server that takes
 * connections and hangs up before it has said a word: as a load balancer does that has no database behind it.
 */
export function socketsOf(): (hosts: Hosts) => Socket {
  let made = 0;
  let hungUp = 0;
  return ({ host, port, path }) => {
    const place = made % host.length;
    made += 1;
    const socket = path ? connect(path) : connect(port[place] ?? 5432, host[place]);
    // The driver looks for the name of the server here, for its certificate.
    Object.assign(socket, { host: host[place], port: port[place] });
    if (hungUp >= HUNG_UP) {
      hungUp = 0;
      setImmediate(() => socket.destroy(nobodyThere()));
    } else {
      socket.once('connect', () => {
        socket.once('close', () => {
          hungUp = socket.bytesRead > 0 ? 0 : hungUp + 1;
        });
      });
    }
    return socket;
  };
}

function nobodyThere(): Error {
  return Object.assign(new Error('the server hung up'), { code: 'ECONNRESET' });
}
