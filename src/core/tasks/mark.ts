import { z } from 'zod';

/**
 * What the audit notes on an issue for its next run, in a comment of the body that nobody sees. The tracker is its only
 * memory.
 */
export interface Mark {
  /** Of the task, e.g. `en billing/refund`. */
  key: string;
  /** Who owned the article then; empty where nobody did. */
  owner: string;
  /** Names of the rules whose findings it lists. */
  rules: readonly string[];
  /** Readers were dissatisfied, and their votes have not said yet that they no longer are. */
  awaitsVotes: boolean;
  /** Of all that the audit wrote, so that an issue that says the same is left alone. */
  digest: string;
}

const markSchema = z.object({
  owner: z.string(),
  rules: z.array(z.string()),
  awaitsVotes: z.boolean(),
  digest: z.string(),
}) satisfies z.ZodType<Omit<Mark, 'key'>>;

const MARK = /^<!-- kundig: (\S+ [^\n]+?) (\{[^\n]*\}) -->/;

/** @example '<!-- kundig: en billing/refund {"owner":"","rules":[],"awaitsVotes":false,"digest":"…"} -->' */
export function writeMark({ key, ...noted }: Mark): string {
  // A comment ends at the first "-->": none of the values may hold one.
  return `<!-- kundig: ${key} ${JSON.stringify(noted).replaceAll('>', '\\u003e')} -->`;
}

/** The mark on an issue's body; nothing if it is none of the audit's, or if somebody has broken it. */
export function readMark(body: string): Mark | undefined {
  const [, key = '', noted = ''] = MARK.exec(body) ?? [];
  try {
    const { success, data } = markSchema.safeParse(JSON.parse(noted));
    return success ? { key, ...data } : undefined;
  } catch {
    return undefined;
  }
}
