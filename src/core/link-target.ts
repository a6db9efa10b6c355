/** Where a link in an article leads, as far as it concerns the content folder. */
export type LinkTarget =
  /** To a file of the content folder, or to a place in the same file. */
  | { kind: 'file'; path: string; anchor?: string }
  /** To an address of the site itself, e.g. `/en/billing/refund/`. */
  | { kind: 'address'; address: string; anchor?: string }
  /** To somewhere else: another site, an e-mail address, a telephone. */
  | { kind: 'elsewhere' };

/**
 * Resolves the target of a link or an image in the file at `path`.
 *
 * @example resolveTarget('../billing/refund.md#deadline', 'en/writing/tone.md')
 * // { kind: 'file', path: 'en/billing/refund.md', anchor: 'deadline' }
 */
export function resolveTarget(target: string, path: string): LinkTarget {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return { kind: 'elsewhere' };
  const hash = target.indexOf('#');
  const anchor = hash < 0 || hash === target.length - 1 ? undefined : decode(target.slice(hash + 1));
  const place = decode((hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/, ''));
  if (place === '') return { kind: 'file', path, anchor };
  if (place.startsWith('/')) return { kind: 'address', address: place, anchor };
  const parts = path.split('/').slice(0, -1);
  for (const part of place.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return { kind: 'file', path: place, anchor };
    } else if (part !== '.' && part !== '') parts.push(part);
  }
  return { kind: 'file', path: parts.join('/'), anchor };
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
