import { Client, type ClientConfig, Pool, types } from 'pg';
import { type PostgresAddress, UNVERIFIED } from './postgres-address.ts';
import { explainPostgres, isOutOfReach, refusesEncryption } from './postgres-errors.ts';

/** How long the server may take to answer a new connection, in milliseconds. */
const FIRST_WORD = 5000;
/** How long a statement may go unanswered after the server should have given it up, in milliseconds. */
const SILENCE = 5000;
/** How long a connection is kept that nobody needs, in milliseconds. */
const IDLE = 300_000;
/** How old a connection becomes, in seconds: so that all find their way to a server that took another's place. */
const OLDEST = 2700;

/** What is said to the server unless the address says otherwise; times are in milliseconds. */
const SETTINGS = {
  application_name: 'kundig',
  statement_timeout: '30000',
  idle_in_transaction_session_timeout: '30000',
};

/** What is asked over one connection. Nothing waits for what was asked before; the server answers in order. */
export type Connection = Pick<Client, 'query'>;

/** The connections of this program to one database. */
export class PostgresConnections {
  /** The database without user and password, e.g. `db.example.com:5432/feedback`. */
  readonly where: string;
  readonly #pool: Pool;
  #closed: Promise<void> | undefined;

  /** Connects nowhere yet. With `prefer`, all is encrypted. */
  constructor({ server, pool, tls, settings }: PostgresAddress) {
    const said = { ...SETTINGS, ...settings };
    const options: ClientConfig = {
      ...server,
      ssl: tls === 'prefer' ? UNVERIFIED : tls,
      options: argumentsOf(said),
      query_timeout: longestWait(said.statement_timeout),
      pipeline: true,
      keepAlive: true,
      keepAliveInitialDelayMillis: 60_000,
      connectionTimeoutMillis: FIRST_WORD,
    };
    const { host, port, database } = new Client(options);
    this.where = `${host}:${port}/${database}`;
    this.#pool = new Pool({
      Client: clientWith(options),
      max: pool,
      idleTimeoutMillis: IDLE,
      maxLifetimeSeconds: OLDEST,
      // A server that does not hear a goodbye cannot keep the program from ending.
      allowExitOnIdle: true,
    });
    // The pool has let go of it, and makes another when one is needed.
    this.#pool.on('error', () => {});
  }

  /** Lends a connection to this work alone. It must wait for everything that it asks. */
  async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.#pool.connect();
    let isLost = false;
    try {
      return await work(connection);
    } catch (error) {
      isLost = isOutOfReach(error);
      throw error;
    } finally {
      connection.release(isLost);
    }
  }

  /** Does this work in a transaction: what it changes is kept if it succeeds, and only then. */
  transaction<T>(work: (connection: Connection) => Promise<T>, mode = ''): Promise<T> {
    return this.use(async (connection) => {
      // Nothing may be sent before this is answered: without a transaction it would be kept at once.
      await connection.query(`BEGIN ${mode}`);
      let result: T;
      try {
        result = await work(connection);
      } catch (error) {
        // The end of a connection is the end of its transaction, too.
        if (!isOutOfReach(error)) await connection.query('ROLLBACK');
        throw error;
      }
      await connection.query('COMMIT');
      return result;
    });
  }

  /** Says goodbye when all work is done. May be called again. */
  close(): Promise<void> {
    this.#closed ??= this.#pool.end();
    return this.#closed;
  }
}

/**
 * Connects to the server, to see that it is there and, with `prefer`, whether it can encrypt.
 *
 * @throws UserError if it cannot be connected to.
 */
export async function connectTo(address: PostgresAddress): Promise<PostgresConnections> {
  const connections = new PostgresConnections(address);
  try {
    await connections.use(async () => {});
    return connections;
  } catch (error) {
    await connections.close();
    if (address.tls === 'prefer' && refusesEncryption(error)) return connectTo({ ...address, tls: false });
    throw explainPostgres(error, connections.where);
  }
}

function clientWith(options: ClientConfig): new () => Client {
  return class extends Client {
    constructor() {
      super(options);
      // Whoever waits on a connection hears of its end. The driver tells it a second time, which would end the program
      // if nobody listened (https://node-postgres.com/apis/client#error).
      this.on('error', () => {});
      // Counts and instants are 64 bits wide there; ours stay below 2^53.
      this.setTypeParser(types.builtins.INT8, Number);
    }

    // The pool connects with a callback only.
    override connect(): Promise<Client>;
    override connect(callback: (error: Error) => void): void;
    override connect(callback: (error: Error) => void = () => {}): Promise<Client> | undefined {
      super.connect((error: Error) => {
        // The driver lets go of a connection that it could not log in on, and leaves it open.
        if (error) void this.end();
        callback(error);
      });
      return undefined;
    }
  };
}

/**
 * How long to wait for an answer, in milliseconds, so that a server which has fallen silent is noticed. Without a limit where
 * the server has none either, or has one with a unit.
 */
function longestWait(statementTimeout: string): number | undefined {
  const limit = Number(statementTimeout);
  return limit > 0 ? limit + SILENCE : undefined;
}

/** Settings as PostgreSQL takes them at the start of a connection, with spaces marked by backslashes. */
function argumentsOf(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${`${name}=${value}`.replace(/[\\\s]/g, '\\$&')}`)
    .join(' ');
}
