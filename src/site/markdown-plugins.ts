import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HastNode, HastPluginDefinition } from 'satteri';
import { addressOfPath, isMarkdownPath, resolveTarget } from '../core/link-target.ts';
import { type Texts, translate } from '../core/texts.ts';
import { highlightPlugin } from './highlight-plugin.ts';
import { pictureSize } from './picture-size.ts';

interface Options {
  /** Absolute path of the content folder. */
  contentDir: string;
  /** Path under which the site stands, without a slash at the end: `` or `/help`. */
  base: string;
  textsOf: (locale: string) => Texts;
}

type Properties = Record<string, unknown>;
type Element = {
  type: 'element';
  tagName: string;
  properties: Properties;
  children: Element[];
  value?: string;
};

/** What Kundig adds to Markdown, in `.md` and `.mdx` alike: links between files, pictures, callouts, wide tables. */
export function markdownPlugins(options: Options): HastPluginDefinition[] {
  return [links(options), images(options), callouts(options), wideTables(), highlightPlugin];
}

/** Links to files become links to pages: `../billing/refund.md#deadline` → `/en/billing/refund/#deadline`. */
function links({ contentDir, base }: Options): HastPluginDefinition {
  return {
    name: 'kundig-links',
    element: {
      filter: ['a'],
      visit(node, context) {
        const href = node.properties?.href;
        if (typeof href !== 'string') return;
        const target = resolveTarget(href, contentPath(context.fileURL, contentDir));
        if (target.kind === 'code') return context.setProperty(node, 'href', null);
        if (target.kind === 'elsewhere' || href.startsWith('#')) return;
        const anchor = target.anchor ? `#${target.anchor}` : '';
        const address = target.kind === 'address' ? target.address : addressOfFile(target.path);
        context.setProperty(node, 'href', `${base}${encodeURI(address)}${target.query ?? ''}${anchor}`);
      },
    },
  };
}

function addressOfFile(file: string): string {
  return isMarkdownPath(file) ? addressOfPath(file) : `/${file}`;
}

/** Pictures beside an article get their address on the site, and their size so that the page does not jump. */
function images({ contentDir, base }: Options): HastPluginDefinition {
  return {
    name: 'kundig-images',
    element: {
      filter: ['img'],
      visit(node, context) {
        const source = node.properties?.src;
        if (typeof source !== 'string') return;
        const target = resolveTarget(source, contentPath(context.fileURL, contentDir));
        if (target.kind === 'file') {
          context.setProperty(node, 'src', `${base}/${encodeURI(target.path)}`);
          const size = pictureSize(path.join(contentDir, target.path));
          if (size && node.properties?.width === undefined) {
            context.setProperty(node, 'width', size.width);
            context.setProperty(node, 'height', size.height);
          }
        } else if (target.kind === 'address') {
          context.setProperty(node, 'src', `${base}${encodeURI(target.address)}`);
        }
        context.setProperty(node, 'loading', 'lazy');
        context.setProperty(node, 'decoding', 'async');
      },
    },
  };
}

const CALLOUT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/i;

/** `> [!NOTE]` becomes a callout with its name in the article's language. */
function callouts({ contentDir, textsOf }: Options): HastPluginDefinition {
  const texts = new Map<string, Texts>();
  return {
    name: 'kundig-callouts',
    element: {
      filter: ['blockquote'],
      visit(node, context) {
        const children = node.children as Element[];
        const paragraph = children.find(({ type }) => type === 'element');
        const [start, ...rest] = paragraph?.tagName === 'p' ? paragraph.children : [];
        const kind = CALLOUT.exec(start?.value ?? '')?.[1]?.toLowerCase();
        if (!kind) return undefined;
        const text = start?.value?.replace(CALLOUT, '') ?? '';
        const words = [...(text ? [{ type: 'text', value: text }] : []), ...rest];
        const locale = contentPath(context.fileURL, contentDir).split('/')[0] ?? 'en';
        const known = texts.get(locale) ?? textsOf(locale);
        texts.set(locale, known);
        const title = translate(known, `callout.${kind}`);
        return {
          type: 'element',
          tagName: 'aside',
          properties: { className: ['callout', `callout-${kind}`], ariaLabel: title },
          children: [
            element('p', { className: ['callout-title'] }, [{ type: 'text', value: title }]),
            ...(words.length > 0 ? [element('p', {}, words)] : []),
            ...children.filter((child) => child !== paragraph),
          ],
        } as HastNode;
      },
    },
  };
}

function element(tagName: string, properties: Properties, children: unknown[]) {
  return { type: 'element', tagName, properties, children };
}

/** A table wider than the page scrolls by itself, with the keyboard too. */
function wideTables(): HastPluginDefinition {
  return {
    name: 'kundig-tables',
    element: {
      filter: ['table'],
      visit(node, context) {
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table'], tabIndex: 0 },
          children: [],
        });
      },
    },
  };
}

function contentPath(file: URL | undefined, contentDir: string): string {
  return file ? path.relative(contentDir, fileURLToPath(file)).split(path.sep).join('/') : '';
}
