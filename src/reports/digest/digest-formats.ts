import { createDigest, type DigestInput } from './digest.ts';
import { digestHtml } from './digest-html.ts';
import { digestMarkdown } from './digest-markdown.ts';

/** How a digest can be written: for a chat or an issue, and for a mail. */
export const DIGEST_FORMATS = ['markdown', 'html'] as const;
export type DigestFormat = (typeof DIGEST_FORMATS)[number];

/** The digest in a format, with a line break at its end. The same input gives the same bytes. */
export function renderDigest(format: DigestFormat, input: DigestInput): string {
  const digest = createDigest(input);
  return format === 'html' ? digestHtml(digest) : digestMarkdown(digest);
}
