import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { UserError } from '../core/user-error.ts';
import { notAnAddress } from './postgres-errors.ts';

/** What an address like `postgres://USER:PASSWORD@HOST:PORT/DATABASE?SETTING=VALUE&…` says. */
export interface PostgresAddress {
  /** The address without its settings. */
  server: string;
  /** How many connections there may be at once. */
  pool: number;
  /** How the connection is encrypted, in the words of the driver. */
  ssl: false | 'prefer' | 'require' | ConnectionOptions;
  /** All other settings: those of the server, which knows them best. */
  settings: Record<string, string>;
}

/** Enough, since writes share one connection and the rest is reading. */
const POOL = 4;
const LARGEST_POOL = 100;

/**
 * Reads an address. Of the settings that may follow it, these are Kundig's; any other is one of the server's
 * (https://www.postgresql.org/docs/current/runtime-config-client.html), e.g. `search_path=kundig` or
 * `statement_timeout=60000` in milliseconds. The server refuses what it does not know.
 *
 * - `pool`: how many connections there may be at once, from 1 to 100; 4 if nothing is said
 * - `sslmode`: `disable` (if nothing is said), `prefer`, `require` (encrypted, whoever the server is) or `verify-full` (its
 *   certificate is checked, too)
 * - `sslrootcert`: the file of the certificate that the server's is checked against, or `system` for those that Node trusts;
 *   means `verify-full`
 *
 * @throws UserError if the address or one of these settings cannot be read.
 */
export function readPostgresAddress(address: string): PostgresAddress {
  const [server = '', query = ''] = address.split('?', 2);
  const {
    pool = String(POOL),
    sslmode,
    sslrootcert,
    ...settings
  } = Object.fromEntries(new URLSearchParams(query));
  return { server, pool: poolOf(pool), ssl: sslOf(server, sslmode, sslrootcert), settings };
}

function poolOf(text: string): number {
  const pool = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (pool >= 1 && pool <= LARGEST_POOL) return pool;
  throw new UserError(
    `“${text}” is no number of connections to the feedback database.`,
    `Write a number from 1 to ${LARGEST_POOL}, e.g. ?pool=${POOL}, or leave it out.`,
  );
}

function sslOf(server: string, mode: string | undefined, certificate: string | undefined) {
  const wanted = mode ?? (certificate ? 'verify-full' : 'disable');
  if (wanted === 'verify-full' || (certificate && wanted === 'require')) return verified(server, certificate);
  if (!certificate) {
    if (wanted === 'disable') return false;
    if (wanted === 'prefer' || wanted === 'require') return wanted;
  }
  throw new UserError(
    `The feedback database cannot be connected to with sslmode=${wanted}${certificate ? ' and sslrootcert' : ''}.`,
    'Write ?sslmode=verify-full to check the certificate of the server, ?sslmode=require to encrypt without a check.',
  );
}

function verified(server: string, certificate: string | undefined): ConnectionOptions {
  if (!URL.canParse(server)) throw notAnAddress();
  // The driver gives the name of the host to be checked, but not where that is a number.
  const host = new URL(server).hostname.replace(/^\[|\]$/g, '');
  if (!certificate || certificate === 'system') return { rejectUnauthorized: true, host };
  try {
    return { rejectUnauthorized: true, host, ca: readFileSync(certificate, 'utf8') };
  } catch (error) {
    throw new UserError(
      `The certificate ${certificate} cannot be read: ${(error as Error).message}.`,
      'Name the file in which the certificate is with ?sslrootcert=FILE at the end of FEEDBACK_DATABASE.',
    );
  }
}
