import type { Definition, Image, Link, Nodes, Root } from 'mdast';
import type { CompileContext, Extension } from 'mdast-util-from-markdown';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface Data {
    /** Offsets at which the target of a link, an image or a definition begins and ends. */
    destination?: readonly [start: number, end: number];
  }
}

/** Notes where targets stand, which the tree does not say by itself. */
function withDestinations(this: Processor): void {
  const data = this.data() as { fromMarkdownExtensions?: Extension[] };
  data.fromMarkdownExtensions = [
    ...(data.fromMarkdownExtensions ?? []),
    { exit: { resourceDestinationString: noteDestination, definitionDestinationString: noteDestination } },
  ];
}

function noteDestination(this: CompileContext, token: Parameters<CompileContext['exit']>[0]): void {
  const url = this.resume();
  const node = this.stack.at(-1) as Link | Image | Definition;
  node.url = url;
  node.data = { ...node.data, destination: [token.start.offset, token.end.offset] };
}

const markdown = unified().use(remarkParse).use(remarkGfm).use(withDestinations).freeze();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).use(withDestinations).freeze();

/** Parses a text without front matter. Throws where MDX is not well-formed. */
export function parseMarkdown(text: string, format: 'md' | 'mdx'): Root {
  return (format === 'mdx' ? mdx : markdown).parse(text);
}

/** Offsets at which a node begins and ends. */
export function spanOf(node: Nodes): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

/** Says of an offset whether it lies in code or in an HTML comment, where nothing has a meaning of its own. */
export function codeFinder(tree: Root): (offset: number) => boolean {
  const spans: [number, number][] = [];
  visit(tree, (node) => {
    if (node.type === 'code' || node.type === 'inlineCode') spans.push(spanOf(node));
    if (node.type === 'html' && node.value.startsWith('<!--')) spans.push(spanOf(node));
  });
  return (offset) => spans.some(([start, end]) => offset >= start && offset < end);
}
