import { type EditMaker, oneOf, replaced } from './made-edit.ts';
import { foundInProse, paragraphs } from './prose.ts';

const WORD = /(?<![\p{L}\p{N}*_-])\p{L}{4,}(?![\p{L}\p{N}*_-])/u;

export const FORMATTING: readonly EditMaker[] = [
  {
    name: 'wrapped otherwise',
    kind: 'formatting',
    make(text, { random }) {
      const found = oneOf(
        paragraphs(text).filter(([paragraph]) => paragraph.length > 80 && !/[ \\]{1,}\n|`/.test(paragraph)),
        random,
      );
      return found && replaced(text, found, wrapped(found[0], 40 + Math.floor(random() * 30)));
    },
  },
  {
    name: 'bold',
    kind: 'formatting',
    reversible: true,
    make(text, { random }) {
      const found = oneOf(foundInProse(text, WORD), random);
      return found && replaced(text, found, `**${found[0]}**`);
    },
  },
  {
    name: 'other list markers',
    kind: 'formatting',
    reversible: true,
    make: (text) => changed(text, text.replace(/^(\s*)- /gm, '$1* ').replace(/^(\s*)\d+\. /gm, '$1- ')),
  },
  {
    name: 'other heading level',
    kind: 'formatting',
    reversible: true,
    make: (text) => changed(text, text.replace(/^#(#+ )/m, '$1')),
  },
  {
    name: 'other quotation marks',
    kind: 'formatting',
    reversible: true,
    make(text, { locale }) {
      const [open, close] = locale === 'de' ? ['„', '“'] : ['“', '”'];
      const straight = new RegExp(`[${open}${close}]`, 'g');
      if (straight.test(text)) return changed(text, text.replace(straight, '"'));
      const [found] = foundInProse(text, /(?<=\s)\p{Lu}\p{L}{3,}(?=\s)/u);
      return found && replaced(text, found, `${open}${found[0]}${close}`);
    },
  },
  {
    name: 'another address of a link',
    kind: 'formatting',
    make: (text) => changed(text, text.replace(/(?<!`[^`\n]*)\]\([^)\s]+\)/, '](../elsewhere/page.md#here)')),
  },
  {
    name: 'space that does not break',
    kind: 'formatting',
    make(text, { random }) {
      const found = oneOf(foundInProse(text, /(?<=[\p{L}\p{N}]) (?=[\p{L}\p{N}])/u), random);
      return found && replaced(text, found, '\u00A0');
    },
  },
  {
    name: 'Windows line ends',
    kind: 'formatting',
    make: (text) => changed(text, text.replaceAll('\n', '\r\n')),
  },
  {
    name: 'comma left out or put in',
    kind: 'formatting',
    reversible: true,
    make(text, { random }) {
      const found = oneOf(foundInProse(text, /(?<=\p{L}),(?= \p{L})/u), random);
      return found && replaced(text, found, '');
    },
  },
];

function wrapped(paragraph: string, width: number): string {
  const lines = [''];
  for (const word of paragraph.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    // What looks like a mark at the beginning of a line would become one.
    if (line && line.length + word.length >= width && /^\p{L}/u.test(word)) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join('\n');
}

function changed(before: string, after: string): string | undefined {
  return after === before ? undefined : after;
}
