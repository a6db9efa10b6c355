import { UserError } from '../core/user-error.ts';

const ELSEWHERE = 'Check the address in FEEDBACK_DATABASE: postgres://USER:PASSWORD@HOST:PORT/DATABASE';

/** Codes of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html) and of the network. */
const REFUSED = new Set(['28P01', '28000']);
const UNPROVEN = /^(?:ERR_TLS_CERT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY))/;
/** What the server does not know, may not change, or cannot read the value of. */
const SETTINGS = new Set(['42704', '55P02', '22023', '3F000']);
const STOPPED = new Set(['57P01', '57P02', '57P03']);
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const LOST = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EACCES', 'ENOENT']);

/** What the driver says without a code: see its `lib/client.js`, `lib/connection.js` and `lib/crypto/sasl.js`. */
const NO_ENCRYPTION = 'The server does not support SSL connections';
const GONE = new Set([
  NO_ENCRYPTION,
  'There was an error establishing an SSL connection',
  'timeout expired',
  'Query read timeout',
  'Connection terminated',
  'Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
]);
const NO_LOGIN = /^SASL: /;

/** Whether the database was not there for this work, or went away during it; nobody knows then how far it had got. */
export function isOutOfReach(error: unknown): boolean {
  const { code, message } = saidBy(error);
  if (!code) return GONE.has(message);
  return STOPPED.has(code) || UNREACHABLE.has(code) || LOST.has(code) || code.startsWith('08');
}

/** Whether the server has said that it cannot encrypt. */
export function refusesEncryption(error: unknown): boolean {
  return saidBy(error).message === NO_ENCRYPTION;
}

/** Whether the database refused one statement for its data: classes 22 and 23, so that others may well succeed. */
export function concernsOnlyStatement(error: unknown): boolean {
  return /^2[23]...$/.test(saidBy(error).code);
}

function saidBy(error: unknown): { code: string; message: string } {
  const { code = '', message = '' } = error as { code?: unknown; message?: unknown };
  return { code: String(code), message: String(message) };
}

/**
 * What the database or the network said, for the person who can mend it; any other error as it is. `where` names the
 * database without the password.
 */
export function explainPostgres(error: unknown, where: string): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const { code, message } = saidBy(error);
  const said = message || code;
  if (REFUSED.has(code) || (!code && NO_LOGIN.test(said))) {
    return new UserError(`The feedback database ${where} refused the login: ${said}.`, `${ELSEWHERE}.`);
  }
  if (UNPROVEN.test(code)) {
    return new UserError(
      `The server of the feedback database ${where} did not prove who it is: ${said}.`,
      'Name the certificate that its own is checked against with ?sslrootcert=FILE at the end of the address.',
    );
  }
  if (SETTINGS.has(code)) {
    return new UserError(
      `The feedback database ${where} refused a setting: ${said}.`,
      'Look at what follows the `?` in FEEDBACK_DATABASE: pool, sslmode, sslrootcert, or settings of the server.',
    );
  }
  if (code === '3D000') {
    return new UserError(
      `The feedback database ${where} does not exist.`,
      'Make it, e.g. with `createdb`, or name another one in FEEDBACK_DATABASE.',
    );
  }
  if (code === '42501') {
    return new UserError(
      `The feedback database ${where} does not let this user work: ${said}.`,
      'Let the user make tables in its schema, e.g. by making the user the owner of the database.',
    );
  }
  if (code === '42P07') {
    return new UserError(
      `The feedback database ${where} holds tables of another program: ${said}.`,
      'Give Kundig a database of its own, or a schema of its own with ?search_path=SCHEMA at the end of the address.',
    );
  }
  if (code === '25006') return readOnly(where);
  if (code === '53300') {
    return new UserError(
      `The feedback database ${where} has no connection left: ${said}.`,
      'Stop a program that holds some, or raise max_connections.',
    );
  }
  if (code === '53100') {
    return new UserError(`The disk of the feedback database ${where} is full.`, 'Free some space there.');
  }
  if (code === '57014') {
    return new UserError(
      `The feedback database ${where} took too long.`,
      'Look for what holds it up, or allow more with ?statement_timeout=MILLISECONDS at the end of the address.',
    );
  }
  if (isOutOfReach(error)) {
    return new UserError(
      `The feedback database ${where} cannot be reached: ${said}.`,
      `Is it running, and open to this machine? ${ELSEWHERE}.`,
    );
  }
  return error;
}

export function readOnly(where: string): UserError {
  return new UserError(
    `The feedback database ${where} takes no writes.`,
    'Name the primary server in FEEDBACK_DATABASE, not a replica.',
  );
}

export function notAnAddress(): UserError {
  return new UserError(
    'The address of the feedback database cannot be read.',
    `${ELSEWHERE}. Write other characters than letters and digits in the password as %XX.`,
  );
}
