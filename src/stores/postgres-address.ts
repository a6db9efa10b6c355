import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { UserError } from '../core/user-error.ts';
import { notAnAddress } from './postgres-errors.ts';

/** What an address like `postgres://USER:PASSWORD@HOST:PORT/DATABASE?SETTING=VALUE&…` says. */
export interface PostgresAddress {
  /** What the address leaves out is what `PGHOST`, `PGUSER` and so on say, as with other programs for PostgreSQL. */
  server: Server;
  /** How many connections there may be at once. */
  pool: number;
  tls: Encryption;
  /** All other settings: those of the server, which knows them best. */
  settings: Record<string, string>;
}

export interface Server {
  /** A name, a number, or the folder of a socket on this machine. */
  host?: string;
  port?: number;
  user?: string;
  password?: string;
  database?: string;
}

/** How connections are encrypted, and what is checked of the server; `prefer` means as far as the server can. */
export type Encryption = false | 'prefer' | ConnectionOptions;

/** Enough, since writes share one connection and the rest is reading. */
const POOL = 4;
const LARGEST_POOL = 100;

/** Hosts to which no network leads: this machine, by name, number or socket. */
const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|::1|\/.*)$/;

/**
 * Reads an address. Of the settings that may follow it, these are Kundig's; any other is one of the server's
 * (https://www.postgresql.org/docs/current/runtime-config-client.html), e.g. `search_path=kundig` or
 * `statement_timeout=60000` in milliseconds. The server refuses what it does not know.
 *
 * - `pool`: how many connections there may be at once, from 1 to 100; 4 if nothing is said
 * - `sslmode`, in the words of PostgreSQL's own programs:
 *   - `verify-full`: encrypted, and the server must prove with its certificate that it is this host. Only this protects
 *     from somebody who pretends to be the server
 *   - `require`: encrypted, or there is no connection; nothing is checked, whoever the server is
 *   - `prefer`: the same, but not encrypted with a server that cannot; asked once, at the start. So it is for another
 *     machine if nothing is said, as with PostgreSQL's own programs: it protects from who listens, not from who interferes
 *   - `disable`: not encrypted. So it is for this machine if nothing is said
 * - `sslrootcert`: the file of the certificate that the server's is checked against, or `system` for those that Node trusts;
 *   means `verify-full`
 *
 * @throws UserError if the address or one of these settings cannot be read.
 */
export function readPostgresAddress(address: string): PostgresAddress {
  const [place = '', query = ''] = address.split('?', 2);
  const {
    pool = String(POOL),
    sslmode,
    sslrootcert,
    ...settings
  } = Object.fromEntries(new URLSearchParams(query));
  const server = serverOf(place);
  return { server, pool: poolOf(pool), tls: tlsOf(server, sslmode, sslrootcert), settings };
}

function serverOf(place: string): Server {
  try {
    const { hostname, port, username, password, pathname } = new URL(place);
    return {
      ...(hostname && { host: decodeURIComponent(hostname).replace(/^\[|\]$/g, '') }),
      ...(port && { port: Number(port) }),
      ...(username && { user: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(pathname.length > 1 && { database: decodeURIComponent(pathname.slice(1)) }),
    };
  } catch {
    throw notAnAddress();
  }
}

function poolOf(text: string): number {
  const pool = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (pool >= 1 && pool <= LARGEST_POOL) return pool;
  throw new UserError(
    `“${text}” is no number of connections to the feedback database.`,
    `Write a number from 1 to ${LARGEST_POOL}, e.g. ?pool=${POOL}, or leave it out.`,
  );
}

function tlsOf({ host = '' }: Server, mode: string | undefined, certificate: string | undefined): Encryption {
  const wanted = mode ?? (certificate ? 'verify-full' : THIS_MACHINE.test(host) ? 'disable' : 'prefer');
  if (wanted === 'verify-full' || (certificate && wanted === 'require')) return verified(certificate);
  if (!certificate) {
    if (wanted === 'disable') return false;
    if (wanted === 'prefer') return wanted;
    if (wanted === 'require') return UNVERIFIED;
  }
  throw new UserError(
    `The feedback database cannot be connected to with sslmode=${wanted}${certificate ? ' and sslrootcert' : ''}.`,
    'Write ?sslmode=verify-full to check the certificate of the server, ?sslmode=require to encrypt without a check.',
  );
}

/** Encrypted, whoever the server is. */
export const UNVERIFIED: ConnectionOptions = { rejectUnauthorized: false };

function verified(certificate: string | undefined): ConnectionOptions {
  if (!certificate || certificate === 'system') return { rejectUnauthorized: true };
  try {
    return { rejectUnauthorized: true, ca: readFileSync(certificate, 'utf8') };
  } catch (error) {
    throw new UserError(
      `The certificate ${certificate} cannot be read: ${(error as Error).message}.`,
      'Name the file in which the certificate is with ?sslrootcert=FILE at the end of FEEDBACK_DATABASE.',
    );
  }
}
