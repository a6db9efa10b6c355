import { z } from 'zod';
import { STABLE_NAME } from './article-kinds.ts';
import { isDay, isDuration } from './calendar.ts';

/** A day such as `2026-03-01`. */
export const day = z
  .string('must be a day, e.g. 2026-03-01')
  .refine(isDay, 'is not a day that exists: write year-month-day, e.g. 2026-03-01');

/** A length of time such as `6 months`. */
export const duration = z
  .string('must be a length of time, e.g. 6 months')
  .refine(isDuration, 'is not a length of time: write e.g. 30 days, 6 months or 1 year');

/** The stable name of an article or a category: small letters, digits, hyphens, and `/` between parts. */
export const id = z
  .string('must be text')
  .regex(STABLE_NAME, 'may hold small letters, digits, hyphens and slashes only, e.g. billing/refund');

/** A language as browsers name it: `de`, `en`, `pt-BR`. */
export const locale = z
  .string('must be text')
  .regex(
    /^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*$/,
    'is not the name of a language: write e.g. de, en or pt-BR',
  );

/** A wording of an article, as `revisionOf` gives it. */
export const revision = z
  .string('must be text')
  .regex(/^[0-9a-f]{12}$/, 'must be a revision of 12 hexadecimal digits');

/** An address that a page may link to: nothing else than the web, above all no `javascript:`. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with https://',
});

/** Scheme, host and port of a web site, without a path. E.g. `https://app.example.com` */
export const origin = webAddress
  .regex(
    /^https?:\/\/[\p{L}\p{N}.-]+(?::\d+)?\/?$/iu,
    'must be only scheme and host, e.g. https://app.example.com',
  )
  .transform((address) => new URL(address).origin);

/** Text that is not blank. */
export const text = z.string('must be text').trim().min(1, 'must not be empty');

/** A text in each language of the site, e.g. `{ de: Hilfe, en: Help }`. */
export const localized = z.record(
  locale,
  text,
  'must give a text for each language: write e.g. { de: Hilfe, en: Help }',
);
export type Localized = z.infer<typeof localized>;
