import pg from 'pg';

/** Asks a database with what stands in the text as parameters, and gives the rows. */
export interface Ask {
  <Row = Record<string, unknown>>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row[]>;
  /** Asks what has no parameters, or holds names that are not written in the test. */
  raw<Row = Record<string, unknown>>(text: string): Promise<Row[]>;
}

/** Somebody else who uses the database, by the name `other`. */
export interface OtherClient extends Ask {
  transaction<T>(work: (ask: Ask) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

/**
 * Connects to a database past all stores.
 *
 * @example
 * const other = otherClient(place);
 * await other`DELETE FROM votes WHERE id = ${id}`;
 */
export function otherClient(address: string, connections = 1): OtherClient {
  const pool = new pg.Pool({
    connectionString: address,
    max: connections,
    application_name: 'other',
  });
  // The server may end before the last goodbye has reached it.
  pool.on('error', () => {});
  return Object.assign(askOver(pool), {
    async transaction<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(askOver(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
    end: () => pool.end(),
  });
}

function askOver(connection: Pick<pg.Pool, 'query'>): Ask {
  const ask = async (text: TemplateStringsArray, ...values: unknown[]) => {
    const numbered = text.reduce((before, after, index) => `${before}$${index}${after}`);
    return (await connection.query(numbered, values)).rows;
  };
  const raw = async (text: string) => (await connection.query(text)).rows;
  return Object.assign(ask, { raw });
}
