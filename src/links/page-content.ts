import { createHash } from 'node:crypto';
import { brotliDecompressSync, unzipSync } from 'node:zlib';
import { htmlToHast } from 'satteri';
import type { Reply } from './ask.ts';

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  children?: Node[];
}

/** A page that is longer than this when it is unpacked is left alone. */
const LIMIT = { maxOutputLength: 20_000_000 };
/** Parts of a page that readers do not see. */
const UNSEEN = new Set(['head', 'script', 'style', 'template', 'noscript', 'svg', 'iframe']);
/** Parts that every page of a site has, and that change without it. */
const AROUND = new Set(['nav', 'header', 'footer', 'aside', 'form', 'dialog']);

/**
 * A digest of what a page says: of its words if it is HTML, whatever its menus and its layout; else of its bytes.
 * `undefined` where it says nothing, as pages do that a script fills in.
 */
export function contentOf(reply: Reply): string | undefined {
  const body = unpacked(reply);
  const isHtml = /html/i.test(reply.headers['content-type'] ?? 'text/html');
  const content = isHtml && body ? wordsOf(body.toString('utf8')) : body;
  if (!content || content.length === 0) return undefined;
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

/** The bytes of the page; some servers pack them although they were asked not to. */
function unpacked({ headers, body }: Reply): Buffer | undefined {
  const packing = headers['content-encoding'] ?? 'identity';
  try {
    if (packing === 'identity') return body;
    if (packing === 'gzip' || packing === 'deflate') return unzipSync(body, LIMIT);
    return packing === 'br' ? brotliDecompressSync(body, LIMIT) : undefined;
  } catch {
    return undefined;
  }
}

function wordsOf(html: string): string {
  const page = htmlToHast(html) as Node;
  const main = find(page, 'main') ?? find(page, 'article');
  const words = (main && textOf(main)) || textOf(page);
  return words.replace(/\s+/g, ' ').trim();
}

function find(node: Node, name: string): Node | undefined {
  if (node.tagName === name) return node;
  for (const child of node.children ?? []) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

function textOf({ type, tagName = '', value = '', children = [] }: Node): string {
  if (type === 'text') return value;
  if (UNSEEN.has(tagName) || AROUND.has(tagName)) return ' ';
  // Words of neighbouring elements do not run together, however the page is indented.
  return children.map((child) => (child.type === 'text' ? textOf(child) : ` ${textOf(child)} `)).join('');
}
