import Slugger from 'github-slugger';
import { htmlToHast, type MdastNode, markdownToMdast, mdxToMdast } from 'satteri';
import type { Heading, Image, Link, Outline, Passage, Section } from '../core/article.ts';

/** Markdown as the site understands it: the renderer and every check use the same switches. */
export const MARKDOWN_FEATURES = { gfm: true, frontmatter: false } as const;
/** `## Title {#anchor}` gives a heading an anchor of its own; in MDX, braces are code. */
export const PLAIN_MARKDOWN_FEATURES = { ...MARKDOWN_FEATURES, headingAttributes: true } as const;

/** MDX attributes that readers see. */
const VISIBLE_ATTRIBUTES = new Set(['label', 'title', 'summary', 'caption', 'alt']);
/** Elements after which words do not run together. */
const INLINE = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'html',
  'footnoteReference',
  'mdxJsxTextElement',
  'mdxTextExpression',
]);

/** `[!NOTE]` at the start of a quotation makes a callout of it and is not a word. */
const CALLOUT_MARK = /^\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/i;

type Node = MdastNode & {
  children?: Node[];
  value?: string;
  url?: string;
  alt?: string | null;
  depth?: number;
  identifier?: string;
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  data?: { hProperties?: { id?: unknown } };
};

/** A mistake in an MDX file: what the compiler said, and where. */
export class MarkdownMistake extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/**
 * Reads what a Markdown text holds: headings with their anchors, links, images, and its words by section.
 *
 * @param firstLine line of the file on which the text begins
 * @throws {MarkdownMistake} if an MDX text does not compile
 */
export function readOutline(body: string, format: 'md' | 'mdx', firstLine = 1): Outline {
  const tree = parse(body, format, firstLine) as Node;
  const slugger = new Slugger();
  const passages: Passage[] = [];
  const outline: Outline = {
    headings: [],
    anchors: [],
    links: [],
    images: [],
    sections: [{ text: '' }],
    passages,
  };
  const definitions = new Map<string, string>();
  const lineOf = (node: Node) => (node.position?.start.line ?? 1) + firstLine - 1;

  (function collectDefinitions(node: Node): void {
    if (node.type === 'definition' && node.identifier) definitions.set(node.identifier, node.url ?? '');
    for (const child of node.children ?? []) collectDefinitions(child);
  })(tree);

  (function visit(node: Node): void {
    const line = lineOf(node);
    switch (node.type) {
      case 'heading': {
        const text = wordsOf(node);
        const own = node.data?.hProperties?.id;
        const anchor = typeof own === 'string' ? own : slugger.slug(text);
        const heading: Heading = { depth: node.depth ?? 1, text, anchor, line };
        outline.headings.push(heading);
        outline.sections.push({ heading, text: '' });
        collectCode(node);
        for (const child of node.children ?? []) collectTargets(child);
        return;
      }
      case 'yaml':
      case 'definition':
      case 'mdxjsEsm':
        return;
      default:
    }
    const isBlock = node.children?.every((child) => INLINE.has(child.type)) ?? true;
    if (isBlock) {
      addText(outline.sections, wordsOf(node));
      if (node.type === 'paragraph') passages.push({ text: runningText(node), line });
      collectCode(node);
      collectTargets(node);
      return;
    }
    addText(outline.sections, visibleAttributes(node));
    collectTargets(node, { deep: false });
    for (const child of node.children ?? []) visit(child);
  })(tree);

  function collectCode(node: Node): void {
    if (node.type === 'inlineCode' || node.type === 'code') {
      const section = outline.sections.at(-1);
      if (section) section.code = [...(section.code ?? []), node.value ?? ''];
    }
    for (const child of node.children ?? []) collectCode(child);
  }

  function collectTargets(node: Node, { deep = true } = {}): void {
    const line = lineOf(node);
    const target = node.url ?? (node.identifier ? definitions.get(node.identifier) : undefined);
    if (node.type === 'link' || node.type === 'linkReference') {
      if (target !== undefined) outline.links.push({ target, line } satisfies Link);
    } else if (node.type === 'image' || node.type === 'imageReference') {
      outline.images.push({ source: target ?? '', alternative: node.alt ?? '', line } satisfies Image);
    } else if (node.type === 'html') {
      collectHtml(node.value ?? '', line, outline);
    } else if (node.name) {
      collectElement(node.name, attributesOf(node), line, outline);
    }
    if (deep) for (const child of node.children ?? []) collectTargets(child);
  }

  return outline;
}

function parse(body: string, format: 'md' | 'mdx', firstLine: number): MdastNode {
  if (format === 'md') return markdownToMdast(body, { features: PLAIN_MARKDOWN_FEATURES });
  try {
    return mdxToMdast(body, { features: MARKDOWN_FEATURES });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/^(\d+):\d+/.exec(message)?.[1] ?? 1);
    const words = message.replace(/^\d+:\d+: /, '').replace(/ \(\d+:\d+\)| \(mdx[^)]*\)/g, '');
    throw new MarkdownMistake(words, line + firstLine - 1);
  }
}

/** The words of a node and everything in it, as a reader sees them. */
function wordsOf(node: Node): string {
  if (node.type === 'html') return textOfHtml(node.value ?? '');
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  // Where a paragraph is wrapped in the file means nothing.
  if (node.type === 'text') {
    const value = node.value ?? '';
    return value.includes('\n') ? value.replace(/\s*\n\s*/g, ' ') : value;
  }
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression' || node.type === 'mdxjsEsm')
    return '';
  if (node.children) {
    const separator = node.children.every((child) => INLINE.has(child.type)) ? '' : ' ';
    return [visibleAttributes(node), node.children.map(wordsOf).join(separator)].filter(Boolean).join(' ');
  }
  return node.value ?? visibleAttributes(node);
}

/** The words of a paragraph but for code, whose names and commands are no words of a language. */
function runningText(paragraph: Node): string {
  return (function text(node: Node): string {
    if (node.type === 'inlineCode') return '';
    return node.children ? node.children.map(text).join('') : wordsOf(node);
  })(paragraph)
    .replace(CALLOUT_MARK, '')
    .trim();
}

function addText(sections: Section[], text: string): void {
  const section = sections.at(-1);
  const trimmed = text
    .replace(CALLOUT_MARK, '')
    .replace(/[ \t]{2,}|\t/g, ' ')
    .trim();
  if (section && trimmed) section.text += section.text ? `\n${trimmed}` : trimmed;
}

function attributesOf(node: Node): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes ?? []) {
    if (name && typeof value === 'string') attributes[name] = value;
  }
  return attributes;
}

function visibleAttributes(node: Node): string {
  return Object.entries(attributesOf(node))
    .filter(([name]) => VISIBLE_ATTRIBUTES.has(name))
    .map(([, value]) => value)
    .join(' ');
}

/** An element written by hand, in HTML or as a component. */
function collectElement(
  name: string,
  attributes: Record<string, unknown>,
  line: number,
  outline: Outline,
): void {
  if (typeof attributes.id === 'string') outline.anchors.push(attributes.id);
  if (name === 'a' && typeof attributes.name === 'string') outline.anchors.push(attributes.name);
  if (name === 'a' && typeof attributes.href === 'string')
    outline.links.push({ target: attributes.href, line });
  if ((name === 'img' || name === 'Figure') && typeof attributes.src === 'string') {
    const alternative = typeof attributes.alt === 'string' ? attributes.alt : '';
    outline.images.push({ source: attributes.src, alternative, line });
  }
}

interface HtmlNode {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: HtmlNode[];
}

function collectHtml(html: string, line: number, outline: Outline): void {
  (function visit(node: HtmlNode): void {
    if (node.tagName) collectElement(node.tagName, node.properties ?? {}, line, outline);
    for (const child of node.children ?? []) visit(child);
  })(htmlToHast(html, { fragment: true }) as HtmlNode);
}

function textOfHtml(html: string): string {
  return (function text(node: HtmlNode): string {
    if (node.type === 'text') return node.value ?? '';
    if (node.tagName === 'script' || node.tagName === 'style') return '';
    if (node.tagName === 'br') return ' ';
    return (node.children ?? []).map(text).join('');
  })(htmlToHast(html, { fragment: true }) as HtmlNode);
}
