import type { Challenge } from 'altcha-lib';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { Html } from './pages/page.ts';

/** Why a submission was refused, as it is counted in the metrics. */
export const REFUSALS = [
  'malformed',
  'invalid',
  'unknown',
  'too-large',
  'content-type',
  'cross-site',
  'not-found',
  'method',
  'too-many',
  'proof-missing',
  'proof-wrong',
  'do-not-track',
  'unavailable',
  'failed',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** One thing that is wrong with a body: where (a JSON pointer, e.g. `#/answers/nps`), and what. */
export interface FieldError {
  pointer: string;
  detail: string;
}

interface ProblemOptions {
  status: ContentfulStatusCode;
  refusal: Refusal;
  /** What is wrong, in one sentence, for developers. */
  detail: string;
  errors?: readonly FieldError[];
  /** The work that is asked for (https://altcha.org). */
  challenge?: Challenge;
  headers?: Readonly<Record<string, string>>;
  /** What readers are told on a page: the part after `collector.error.` of a text's key. */
  say?: string;
  /** Single points for readers, in their language. */
  points?: readonly string[];
  /** A form with which readers can go on at once. */
  form?: Html;
}

const titles: Partial<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** An answer other than the hoped-for one: thrown anywhere, sent as a problem document or as a page. */
export class Problem extends Error {
  override name = 'Problem';
  readonly options: Readonly<ProblemOptions>;

  constructor(options: ProblemOptions) {
    super(options.detail);
    const { status, headers } = options;
    // Whoever may come again is told when.
    const retry: Record<string, string> = status === 429 || status === 503 ? { 'Retry-After': '30' } : {};
    this.options = { ...options, headers: { ...retry, ...headers } };
  }

  /** The problem as a document (RFC 9457). */
  toResponse(): Response {
    const { status, detail, errors, challenge, headers } = this.options;
    const document = {
      type: 'about:blank',
      title: titles[status],
      status,
      detail,
      ...(errors && { errors }),
      ...(challenge && { challenge }),
    };
    return Response.json(document, {
      status,
      headers: { ...headers, 'Content-Type': 'application/problem+json' },
    });
  }
}

/** The body can be read, but does not say what it should; `errors` names every field at once. */
export function invalid(
  errors: readonly FieldError[],
  forReaders: Pick<ProblemOptions, 'say' | 'points' | 'form'> = {},
): Problem {
  return new Problem({
    status: 400,
    refusal: 'invalid',
    detail: 'Some of this does not fit: see `errors`.',
    errors,
    ...forReaders,
  });
}

/** There is no such submission, or the receipt is not its receipt: nobody can tell which. */
export function notFound(): Problem {
  return new Problem({
    status: 404,
    refusal: 'not-found',
    detail: 'There is nothing here under this id and receipt.',
    say: 'gone',
  });
}

/** Too much came from one place; in so many seconds there may be more. */
export function tooMany(seconds: number): Problem {
  return new Problem({
    status: 429,
    refusal: 'too-many',
    detail: `Too many requests came from this address. Send the same again in ${seconds} s.`,
    headers: { 'Retry-After': String(seconds) },
    say: 'too-many',
  });
}

/** The store cannot be reached; the same request may be sent again. */
export function unavailable(): Problem {
  return new Problem({
    status: 503,
    refusal: 'unavailable',
    detail: 'This cannot be stored at the moment. Send the same again later: it will count once.',
    say: 'unavailable',
  });
}

/** Everything that zod found wrong, by field. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), detail: 'is not known here' }))
      : [{ pointer: pointerTo(issue.path), detail: issue.message }],
  );
}

/** A path as a JSON pointer in a URL fragment (RFC 6901). */
export function pointerTo(path: readonly PropertyKey[]): string {
  return ['#', ...path]
    .map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part.toWellFormed())))
    .join('/');
}
