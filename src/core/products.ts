import { z } from 'zod';
import { day, text } from './fields.ts';

/** Of a product or a screen, e.g. `mobile-app`. */
const name = text.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** The number or name of a version. YAML takes an unquoted 2.10 for the number 2.1. */
export const versionName = z
  .string('must be text: put quotation marks around it, e.g. "2.10"')
  .trim()
  .min(1, 'must not be empty');

const version = z
  .strictObject(
    {
      /** Number or name, in quotation marks. E.g. `"2.4"` */
      version: versionName,
      /** Day on which customers got it; one to come is allowed. E.g. `2026-03-01` */
      released: day,
      /** Last day on which it is supported; without it, it still is. E.g. `2027-02-28` */
      supportedUntil: day.optional(),
    },
    'must give `version` and `released`',
  )
  .refine(({ released, supportedUntil }) => !supportedUntil || supportedUntil >= released, {
    path: ['supportedUntil'],
    error: 'is before the day of the release',
  });

const product = z.strictObject(
  {
    /** Its versions, in any order. E.g. `[{ version: "2.4", released: 2026-03-01 }]` */
    versions: z.array(version, 'must be a list of versions').default([]),
    /** Its screens, each with the day on which it last changed what customers see. E.g. `{ billing: 2026-05-02 }` */
    screens: z
      .record(name, day, 'must give a day for each screen, by a name of small letters, digits and hyphens')
      .default({}),
  },
  'must give `versions` or `screens`',
);
export type Product = z.infer<typeof product>;

/**
 * `products.yaml`: the products that articles describe, by a name of your own. Articles name their versions under
 * `dependsOn` and their screens under `screenshots`; when one changes, the audit lists the articles that it outdates.
 *
 * @example { app: { versions: [{ version: '2.4', released: '2026-03-01' }], screens: { billing: '2026-05-02' } } }
 */
export const productsSchema = z.record(
  name,
  product,
  'must list products by a name of small letters, digits and hyphens: write e.g. mobile-app',
);
export type Products = z.infer<typeof productsSchema>;

/** The name under which articles know a screen, e.g. `app/billing`, with the day of its last change. */
export function screensOf(products: Products): Map<string, string> {
  return new Map(
    Object.entries(products).flatMap(([name, { screens }]) =>
      Object.entries(screens).map(([screen, changed]): [string, string] => [`${name}/${screen}`, changed]),
    ),
  );
}
