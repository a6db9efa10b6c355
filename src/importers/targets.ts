import path from 'node:path/posix';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Outline } from '../core/article.ts';
import { addressOfPath } from '../core/link-target.ts';
import type { AddressBook } from './address-book.ts';
import type { Assets } from './assets.ts';
import type { PlannedCategory } from './categories.ts';
import type { SourceDocument } from './document.ts';
import type { Loss } from './loss.ts';
import { codeFinder } from './markdown-tree.ts';
import type { Target } from './plan.ts';
import { Edits, lineAt, type SourceText } from './source-text.ts';

/** What is known about all articles when the links of one are rewritten. */
export interface Surroundings {
  book: AddressBook;
  assets: Assets;
  targets: ReadonlyMap<SourceDocument, Target>;
  categories: readonly PlannedCategory[];
  outlines: ReadonlyMap<SourceDocument, Outline>;
  /** Address of the old site; links to it are links inside. */
  oldSite?: string;
}

/** Rewrites links and pictures so that they lead to the imported articles and to copied files. */
export function convertTargets(
  source: SourceText,
  tree: Root,
  document: SourceDocument,
  target: Target,
  surroundings: Surroundings,
  losses: Loss[],
): SourceText {
  const { text } = source;
  const edits = new Edits();
  const loseAt = (offset: number) => (kind: Loss['kind'], message: string) => {
    losses.push({ kind, file: document.file, line: lineAt(source, offset), message });
  };
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return;
    const span = node.data?.destination;
    if (!span) return;
    const found = newTarget(node.url, node.type === 'image' ? 'image' : 'link', loseAt(span[0]));
    if (found === undefined || found === node.url) return;
    const isPointed = text[span[0] - 1] === '<';
    edits.replace(span[0], span[1], isPointed ? found : found.replace(/[\s()]/g, encodeURIComponent));
  });
  const isCode = /<(?:a|img|source)\b/i.test(text) ? codeFinder(tree) : () => true;
  for (const match of text.matchAll(/(<(a|img|source)\b[^<>]*?\s(?:href|src)=)(["'])([^"'<>]*)\3/gi)) {
    const [, before = '', tag = '', , written = ''] = match;
    if (isCode(match.index)) continue;
    const start = match.index + before.length + 1;
    const isLink = tag.toLowerCase() === 'a';
    const found = newTarget(written, isLink ? 'link' : 'image', loseAt(start));
    if (found === undefined || found === written) continue;
    edits.replace(start, start + written.length, asAddress(found, target.path));
  }
  return edits.apply(source);

  function newTarget(
    written: string,
    kind: 'link' | 'image',
    lose: (kind: Loss['kind'], message: string) => void,
  ): string | undefined {
    const { book, assets, targets, categories, outlines, oldSite } = surroundings;
    const isOld = oldSite !== undefined && (written === oldSite || written.startsWith(`${oldSite}/`));
    const inside = isOld ? written.slice(oldSite.length) || '/' : written;
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(inside) || inside === '') return undefined;
    const hash = inside.indexOf('#');
    const anchor = hash < 0 ? '' : inside.slice(hash + 1);
    const place = hash < 0 ? inside : inside.slice(0, hash);
    const to =
      kind === 'image'
        ? undefined
        : place === ''
          ? (book.findFragment(anchor, document) ?? document)
          : book.find(place, document);
    const article = to && targets.get(to);
    if (to && article) {
      if (anchor === '') return place === '' ? undefined : relative(article.path);
      if (to.fragment === anchor && to !== document) return relative(article.path);
      const fitting = fittingAnchor(anchor, outlines.get(to)) ?? translatedAnchor(anchor, to);
      if (fitting === undefined)
        lose('link', `The link to \`${written}\` names a heading that is not there.`);
      const mark = `#${fitting ?? anchor}`;
      return to === document ? mark : `${relative(article.path)}${mark}`;
    }
    const asset = assets.find(place, document.file);
    if (asset) return assets.carry(asset, target.path);
    const name = place
      .replace(/\/(?:_?index(?:\.\w+)*)?$/, '')
      .split('/')
      .at(-1);
    const category = to
      ? categories.find(({ locale, folder }) => locale === target.locale && folder === name)
      : undefined;
    if (category) return relative(`${category.locale}/${category.folder}/index.md`);
    if (isOld) return undefined;
    if (kind === 'image')
      lose('image', `The picture \`${written}\` is not in the folder; the text still names it.`);
    else lose('link', `The link to \`${written}\` leads to nothing in the folder; it stays as it is.`);
    return undefined;
  }

  /** Links in translations often name the source's heading: the one at the same place of the translation is meant. */
  function translatedAnchor(anchor: string, to: SourceDocument): string | undefined {
    const { targets, outlines } = surroundings;
    const headings = outlines.get(to)?.headings ?? [];
    const id = targets.get(to)?.id;
    for (const [other, { id: otherId }] of targets) {
      if (otherId !== id || other === to) continue;
      const same = outlines.get(other);
      const found = fittingAnchor(anchor, same);
      const index = same?.headings.findIndex((heading) => heading.anchor === found) ?? -1;
      if (found && index >= 0 && same?.headings.length === headings.length) return headings[index]?.anchor;
    }
    return undefined;
  }

  function relative(to: string): string {
    return path.relative(path.dirname(target.path), to);
  }
}

/**
 * The anchor that our page has for an anchor of the old system, which may form them otherwise: without accents, with
 * other hyphens, or with a number of its own.
 */
function fittingAnchor(anchor: string, outline: Outline | undefined): string | undefined {
  if (!outline) return undefined;
  const anchors = [...outline.headings.map((heading) => heading.anchor), ...outline.anchors];
  if (anchors.includes(anchor)) return anchor;
  const matches = anchors.filter((one) => comparable(one) === comparable(anchor));
  return matches.length === 1 ? matches[0] : undefined;
}

function comparable(anchor: string): string {
  let text = anchor;
  try {
    text = decodeURIComponent(anchor);
  } catch {}
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** In HTML, targets are addresses of the site: nothing turns paths of files into addresses there. */
function asAddress(target: string, from: string): string {
  const [file = '', anchor] = target.split('#');
  if (file === '') return target;
  const page = addressOfPath(path.join(path.dirname(from), file));
  return anchor === undefined ? page : `${page}#${anchor}`;
}
