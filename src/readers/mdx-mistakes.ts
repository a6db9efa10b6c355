import { mdxToMdast } from 'satteri';
import { nearest } from '../core/nearest.ts';
import { MARKDOWN_FEATURES } from './outline.ts';

/** What may be used in an .mdx article without importing it; `src/components/mdx` has the components. */
export const MDX_COMPONENTS = ['Callout', 'Details', 'Figure', 'Steps', 'Tab', 'Tabs'] as const;

interface Node {
  type: string;
  name?: string | null;
  value?: string;
  position?: { start: { line: number } };
  children?: Node[];
}

/**
 * What would stop the build of an MDX text although it compiles: components that nobody knows, and braces around
 * something else than a comment, a number or a text in quotes. A file that imports or defines things of its own
 * is left to its writer.
 *
 * @param firstLine line of the file on which the text begins
 * @example mdxMistakes('<Step />') // [{ line: 1, message: 'There is no component `Step`.', hint: 'Did you mean `Steps`?' }]
 */
export function mdxMistakes(body: string, firstLine = 1): { line: number; message: string; hint: string }[] {
  const tree = mdxToMdast(body, { features: MARKDOWN_FEATURES }) as Node;
  if (tree.children?.some(({ type }) => type === 'mdxjsEsm')) return [];
  const mistakes: { line: number; message: string; hint: string }[] = [];
  (function visit(node: Node): void {
    const line = (node.position?.start.line ?? 1) + firstLine - 1;
    const isKnown =
      !node.name || /^[a-z]/.test(node.name) || MDX_COMPONENTS.some((known) => known === node.name);
    if (node.type.startsWith('mdxJsx') && !isKnown) {
      const meant = nearest(node.name ?? '', MDX_COMPONENTS);
      const hint = meant ? `Did you mean \`${meant}\`?` : `There are ${MDX_COMPONENTS.join(', ')}.`;
      mistakes.push({ line, message: `There is no component \`${node.name}\`.`, hint });
    }
    if (node.type.endsWith('Expression') && !HARMLESS.test(node.value ?? '')) {
      const message = `\`{${(node.value ?? '').slice(0, 40)}}\` is code in an .mdx file.`;
      mistakes.push({ line, message, hint: 'Write \\{ where a brace is meant as text.' });
    }
    for (const child of node.children ?? []) visit(child);
  })(tree);
  return mistakes;
}

/** Comments, numbers and texts in quotes. */
const HARMLESS = /^\s*(?:\/\*[\s\S]*\*\/|-?\d+(?:\.\d+)?|'[^'\\]*'|"[^"\\]*"|)\s*$/;
