import { createHash } from 'node:crypto';

/** A script as it stands in a page, with the one policy that lets it run there and nothing else. */
export interface PageScript {
  text: string;
  /** For `script-src` of a content security policy, e.g. `'sha256-…'`. */
  source: string;
}

/**
 * Writes functions into a page, which runs one after the other when it has been read. Each must stand by itself: of
 * what is around it here, nothing exists there.
 */
export function pageScript(...parts: readonly (() => void)[]): PageScript {
  const text = parts.map((part) => `(${part})();`).join('\n');
  return { text, source: `'sha256-${createHash('sha256').update(text).digest('base64')}'` };
}
