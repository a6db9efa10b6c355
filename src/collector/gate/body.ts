import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { type FieldError, fieldErrors, invalid, Problem } from '../problem.ts';
import { type Env, headerOf, isForm, mediaType } from '../service.ts';
import { formFields } from './form-fields.ts';
import { structureProblem } from './json-structure.ts';

/** A form writes a byte as up to three characters (`%C3`), so the same content may be three times as long. */
const FORM_FACTOR = 3;

/** Refuses a body of more than so many KiB before it is parsed. */
export function limitedTo(kibibytes: number): MiddlewareHandler<Env> {
  const tooLarge = () =>
    new Problem({
      status: 413,
      refusal: 'too-large',
      detail: `A body may be at most ${kibibytes} KiB long.`,
      say: 'long',
    });
  const limitOf = (factor: number) =>
    bodyLimit({
      maxSize: kibibytes * 1024 * factor,
      onError() {
        throw tooLarge();
      },
    });
  const json = limitOf(1);
  const form = limitOf(FORM_FACTOR);
  return async function limited(c, next) {
    // Node hands over no more than was announced, so nothing has to be counted then.
    const announced = c.env?.incoming?.headers?.['content-length'];
    if (announced !== undefined) {
      if (Number(announced) > kibibytes * 1024 * (isForm(c) ? FORM_FACTOR : 1)) throw tooLarge();
      return next();
    }
    let isRead = false;
    const goOn = () => {
      isRead = true;
      return next();
    };
    try {
      return await (isForm(c) ? form(c, goOn) : json(c, goOn));
    } catch (failure) {
      // A body whose length nobody knows beforehand is read here already.
      throw isRead || failure instanceof Problem ? failure : brokenOff();
    }
  };
}

/**
 * The body as a value, from JSON or from a form.
 *
 * @param fromForm turns a form's fields into what JSON would have said; without it, forms are refused.
 */
export async function readBody(
  c: Context<Env>,
  fromForm?: (fields: URLSearchParams) => unknown,
): Promise<unknown> {
  const asForm = fromForm !== undefined && isForm(c);
  if (!asForm && mediaType(c) !== 'application/json') {
    throw unreadable('Send `application/json`.', { 'Accept-Post': 'application/json' });
  }
  if ((headerOf(c, 'Content-Encoding') ?? 'identity').toLowerCase() !== 'identity') {
    throw unreadable('Send the body as it is, without `Content-Encoding`.', {
      'Accept-Encoding': 'identity',
    });
  }
  if (charsets(c).some((charset) => charset !== 'utf-8')) throw unreadable('Send UTF-8.');
  const text = await textOf(c);
  if (asForm) {
    const fields = formFields(text);
    if (!(fields instanceof URLSearchParams)) throw malformed(fields);
    c.set('form', fields);
    return fromForm(fields);
  }
  const value = fromJson(text);
  const problem = structureProblem(text);
  if (problem) throw malformed(problem);
  return value;
}

/** The value as the schema gives it back; throws the problem that names every wrong field. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues));
  return parsed.data;
}

/** Each `charset` that the type of the body names. A body without one is UTF-8. */
function charsets(c: Context<Env>): string[] {
  const [, ...parameters] = (headerOf(c, 'Content-Type') ?? '').split(';');
  return parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"]*)"?\s*$/i.exec(parameter)?.[1]?.trim().toLowerCase())
    .filter((charset) => charset !== undefined);
}

async function textOf(c: Context<Env>): Promise<string> {
  let bytes: ArrayBuffer;
  try {
    bytes = await c.req.arrayBuffer();
  } catch {
    throw brokenOff();
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem({ status: 400, refusal: 'malformed', detail: 'The body is not UTF-8.' });
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem({ status: 400, refusal: 'malformed', detail: 'The body is not JSON.' });
  }
}

function brokenOff(): Problem {
  return new Problem({ status: 400, refusal: 'malformed', detail: 'The body broke off.' });
}

function unreadable(detail: string, headers?: Record<string, string>): Problem {
  return new Problem({ status: 415, refusal: 'content-type', detail, headers });
}

/** Whoever reads such a body might read something else than whoever wrote it. */
function malformed(error: FieldError): Problem {
  return new Problem({
    status: 400,
    refusal: 'malformed',
    detail: 'Nobody can rely on what this body says: see `errors`.',
    errors: [error],
  });
}
