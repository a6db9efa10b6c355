import { z } from 'zod';
import { linkRecordSchema } from './link-record.ts';

/** The file in which `npm run links` keeps what it has seen, from one run to the next. */
export const linkCacheSchema = z.strictObject({
  version: z.literal(1),
  links: z.array(
    linkRecordSchema.refine(
      ({ state, firstMissing, lastMissing, missingBecause }) =>
        (state !== 'dead' && state !== 'missing') || (firstMissing && lastMissing && missingBecause),
      'what is missing must say since when, and why',
    ),
  ),
});
export type LinkCache = z.infer<typeof linkCacheSchema>;
