/** Where a link in an article leads, as far as it concerns the content folder. */
export type LinkTarget =
  /** To a file of the content folder, or to a place in the same file. A `query` is as written, e.g. `?source=mail`. */
  | { kind: 'file'; path: string; query?: string; anchor?: string }
  /** To an address of the site itself, e.g. `/en/billing/refund/`. */
  | { kind: 'address'; address: string; query?: string; anchor?: string }
  /** Code that would run in the reader's browser, e.g. `javascript:history.back()`. */
  | { kind: 'code' }
  /** To somewhere else: another site, an e-mail address, a telephone. */
  | { kind: 'elsewhere' };

/**
 * Resolves the target of a link or an image in the file at `path`.
 *
 * @example resolveTarget('../billing/refund.md#deadline', 'en/writing/tone.md')
 * // { kind: 'file', path: 'en/billing/refund.md', anchor: 'deadline' }
 */
export function resolveTarget(target: string, path: string): LinkTarget {
  // Browsers read over white space in the name of the protocol.
  if (/^(?:javascript|vbscript):/i.test(target.replace(/\s/g, ''))) return { kind: 'code' };
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return { kind: 'elsewhere' };
  const hash = target.indexOf('#');
  const anchor = hash < 0 || hash === target.length - 1 ? undefined : decode(target.slice(hash + 1));
  const [, written = '', query] = /^([^?]*)(\?.*)?$/s.exec(hash < 0 ? target : target.slice(0, hash)) ?? [];
  const place = decode(written);
  if (place === '') return { kind: 'file', path, query, anchor };
  if (place.startsWith('/')) return { kind: 'address', address: place, query, anchor };
  const parts = path.split('/').slice(0, -1);
  for (const part of place.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return { kind: 'file', path: place, query, anchor };
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return { kind: 'file', path: parts.join('/'), query, anchor };
}

/** Is this the path of an article or a category's description? */
export function isMarkdownPath(path: string): boolean {
  return /\.mdx?$/.test(path);
}

/** The address of the page that is made from a Markdown file: `en/billing/index.md` is `/en/billing/`. */
export function addressOfPath(path: string): string {
  return `/${path.replace(/(^|\/)index\.mdx?$/, '$1').replace(/\.mdx?$/, '/')}`;
}

/** Text as it was before it was written into an address; left alone where it is not well-formed. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
