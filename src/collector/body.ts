import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import { fieldErrors, invalid, Problem } from './problem.ts';
import { type Env, isForm, mediaType } from './service.ts';

/** A form writes a byte as up to three characters (`%C3`), so the same content may be three times as long. */
const FORM_FACTOR = 3;

/** Refuses a body of more than so many KiB before it is parsed. */
export function limitedTo(kibibytes: number): MiddlewareHandler<Env> {
  const limitOf = (factor: number) =>
    bodyLimit({
      maxSize: kibibytes * 1024 * factor,
      onError() {
        throw new Problem({
          status: 413,
          refusal: 'too-large',
          detail: `A body may be at most ${kibibytes} KiB long.`,
          say: 'long',
        });
      },
    });
  const json = limitOf(1);
  const form = limitOf(FORM_FACTOR);
  return async function limited(c, next) {
    return isForm(c) ? form(c, next) : json(c, next);
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
  if (fromForm && isForm(c)) {
    // A form ends lines with CRLF, which nobody typed.
    const fields = new URLSearchParams();
    for (const [name, value] of new URLSearchParams(await textOf(c)))
      fields.append(name, value.replaceAll('\r\n', '\n'));
    c.set('form', fields);
    return fromForm(fields);
  }
  if (mediaType(c) !== 'application/json') {
    throw new Problem({
      status: 415,
      refusal: 'content-type',
      detail: 'Send `application/json`.',
      headers: { 'Accept-Post': 'application/json' },
    });
  }
  const text = await textOf(c);
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem({ status: 400, refusal: 'malformed', detail: 'The body is not JSON.' });
  }
}

/** The value as the schema gives it back; throws the problem that names every wrong field. */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues));
  return parsed.data;
}

async function textOf(c: Context<Env>): Promise<string> {
  try {
    return await c.req.text();
  } catch {
    throw new Problem({ status: 400, refusal: 'malformed', detail: 'The body broke off.' });
  }
}
