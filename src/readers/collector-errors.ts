import { UserError } from '../core/user-error.ts';

/** What Node's `fetch` says where no connection came about. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** Of OpenSSL's names for what is wrong with a certificate (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_GET|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH|INVALID_CA/;

const RUN_AGAIN =
  'Run it again. If it stays so, look at the log of the collector and of any server in front of it.';

/** Why an answer of a collector holds no submissions, for the person who can mend it; nothing if it may hold some. */
export function refusalIn(response: Response, where: string): UserError | undefined {
  const { status, headers } = response;
  if (status === 401) {
    return new UserError(
      `The collector at ${where} does not know this token.`,
      'Set FEEDBACK_TOKEN to the same text here and where the collector runs.',
    );
  }
  if (status === 403) {
    return new UserError(
      `The collector at ${where} does not let its feedback be read.`,
      'Set FEEDBACK_TOKEN where the collector runs, and let a server in front of it pass on /api/export.',
    );
  }
  if (status === 404 || status === 405 || status === 410) {
    return new UserError(
      `There is no collector at ${where} (status ${status}).`,
      'Name the address under which it answers to /healthz, e.g. --feedback https://feedback.example.com',
    );
  }
  if (status >= 300 && status < 400) {
    const target = URL.parse(headers.get('Location') ?? '', response.url || undefined);
    return new UserError(
      `The collector at ${where} is somewhere else${target ? `: ${target.origin}${target.pathname}` : ''}.`,
      'Name its new address with --feedback, if you trust it: the token is not sent on by itself.',
    );
  }
  if (status === 429) {
    const wait = headers.get('Retry-After');
    return new UserError(
      `The collector at ${where} was asked too often (status 429).`,
      /^\d{1,6}$/.test(wait ?? '')
        ? `Wait ${wait} seconds, then run it again.`
        : 'Wait a while, then run it again.',
    );
  }
  if (status >= 500) {
    return new UserError(`The collector at ${where} is in trouble (status ${status}).`, RUN_AGAIN);
  }
  if (status !== 200) {
    return new UserError(`The collector at ${where} answered with status ${status}.`, RUN_AGAIN);
  }
  if (/^text\/html\b/i.test(headers.get('Content-Type') ?? '')) {
    return new UserError(
      `At ${where} there is a web page, not a collector.`,
      'Name the address of the collector itself; a page to log in may stand before it.',
    );
  }
  return undefined;
}

/** What `fetch` said when no answer began, for the person who can mend it. */
export function explainNoAnswer(error: unknown, where: string): UserError {
  const { code, said } = causeOf(error);
  if (CERTIFICATE.test(code)) {
    return new UserError(
      `The certificate of ${where} cannot be trusted: ${said}.`,
      'Renew it, or name the host that it was made for. A certificate authority of your own goes into NODE_EXTRA_CA_CERTS.',
    );
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) {
    return new UserError(
      `There is no https at ${where}.`,
      'Name the port at which https is spoken; a collector itself speaks http, and a server in front of it https.',
    );
  }
  return new UserError(
    `The collector at ${where} cannot be reached: ${said}.`,
    UNREACHABLE.has(code)
      ? 'Is it running, is the address right, and is the way to it open for this machine?'
      : 'Is the address right?',
  );
}

/** An answer that began and did not come to its end. */
export function brokeOff(where: string): UserError {
  return new UserError(
    `The collector at ${where} broke off before the last submission.`,
    `${RUN_AGAIN} A collector older than this Kundig does not say where its export ends: update it.`,
  );
}

export function silent(where: string, patience: number): UserError {
  return new UserError(`The collector at ${where} said nothing for ${patience / 1000} seconds.`, RUN_AGAIN);
}

function causeOf(error: unknown): { code: string; said: string } {
  const { cause, message } = error as { cause?: { code?: unknown; message?: string }; message?: string };
  const code = String(cause?.code ?? '');
  // Behind a semicolon Node advises its developers.
  const [reason] = cause?.message?.split(';') ?? [];
  return { code, said: reason || code || message || 'no reason given' };
}
