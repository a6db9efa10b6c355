import { codeSpans } from './code-spans.ts';
import { manyLines, oneLine } from './safe-text.ts';

/** What GitHub, GitLab and others make a mention, a reference or a link of, wherever it stands in a word. */
const ACTS = /@|:\/\/|\bwww\.|[#!&$^]\d|[~%]\w|\bGH-\d/i;
/**
 * What begins a list, a quotation, an underline or the second line of a table at the beginning of a line, or a command
 * to GitLab.
 */
const BLOCK = /^(?:[-+>=:/]|\d+[.)])/;
/** Languages of code blocks by the end of a file's name. */
const LANGUAGES: Readonly<Record<string, string>> = { yaml: 'yaml', yml: 'yaml', md: 'markdown' };

/** Words, together with the code that they touch. */
const WORDS = /((?:(?<!`)`[^`]*[^`\s][^`]*`(?!`)|\S)+)/;

/**
 * A text as one line of GitHub Flavored Markdown that says the same. What stands in backquotes is code, and so is a
 * word of which a forge would make a mention, a reference or a link.
 *
 * @example prose('Ask @support about <b>') // 'Ask `@support` about &lt;b>'
 */
export function prose(text: string): string {
  return oneLine(text)
    .split(WORDS)
    .map((word, index) => (index % 2 === 1 ? wordText(word) : word))
    .join('')
    .replace(BLOCK, (start) => `${start.slice(0, -1)}\\${start.at(-1)}`);
}

function wordText(word: string): string {
  const spans = codeSpans(word);
  if (spans.some(({ text, isCode }) => !isCode && ACTS.test(text))) return code(word);
  return spans.map(({ text, isCode }) => (isCode ? code(text) : escaped(text))).join('');
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]|~$#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}

/** A text as code within a line. */
export function code(text: string): string {
  const line = oneLine(text);
  const fence = '`'.repeat(longestRun(line) + 1);
  const padding = /^`|`$/.test(line) ? ' ' : '';
  return line === '' ? '' : fence + padding + line + padding + fence;
}

/** Lines as they are, to be copied into a file. */
export function codeBlock(text: string, file: string): string {
  const lines = manyLines(text);
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  const language = LANGUAGES[file.split('.').at(-1) ?? ''] ?? '';
  return [fence + language, ...lines, fence].join('\n');
}

export function link(text: string, address: string): string {
  return `[${prose(text)}](<${address.toWellFormed().replace(/[\s<>`|\\\p{Cc}]/gu, encodeURIComponent)}>)`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
