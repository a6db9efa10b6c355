import { parse as parseToml, TomlError } from 'smol-toml';
import { splitFrontmatter } from '../readers/frontmatter.ts';
import { parseYaml } from '../readers/yaml-source.ts';

/** The front matter of any system, and the text below it. */
export interface ForeignFrontmatter {
  /** As parsed: YAML between lines of `---`, or TOML between lines of `+++`. */
  values: Record<string, unknown>;
  /** Line of each top-level key. */
  keyLines: Readonly<Record<string, number>>;
  body: string;
  bodyLine: number;
  /** Why it cannot be read, and on which line; the values are empty then. */
  mistake?: { line: number; message: string };
}

/**
 * Reads the front matter of a file with `\n` line ends.
 *
 * @example readForeignFrontmatter('+++\ntitle = "Refund"\n+++\nText').values // { title: 'Refund' }
 */
export function readForeignFrontmatter(file: string): ForeignFrontmatter {
  if (file.startsWith('+++')) return readTomlFrontmatter(file);
  const { yaml, body, bodyLine } = splitFrontmatter(file);
  const nothing = { values: {}, keyLines: {}, body, bodyLine };
  if (yaml === undefined) {
    const looksOpen = /^---[ \t]*\n\s*[\w-]+:/.test(file);
    return looksOpen
      ? { ...nothing, mistake: { line: 1, message: 'the closing line --- is missing' } }
      : nothing;
  }
  const { value, mistakes, keyLines } = parseYaml(yaml, 2);
  if (mistakes[0]) return { ...nothing, mistake: mistakes[0] };
  if (value === null || value === undefined) return nothing;
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { ...nothing, mistake: { line: 2, message: 'it is not a list of keys and values' } };
  }
  return { values: value as Record<string, unknown>, keyLines, body, bodyLine };
}

function readTomlFrontmatter(file: string): ForeignFrontmatter {
  const match = /^\+\+\+[ \t]*\n((?:[\s\S]*?\n)??)\+\+\+[ \t]*(?:\n|$)/.exec(file);
  if (!match) {
    const mistake = { line: 1, message: 'the closing line +++ is missing' };
    return { values: {}, keyLines: {}, body: file, bodyLine: 1, mistake };
  }
  const toml = match[1] ?? '';
  const below = { body: file.slice(match[0].length), bodyLine: match[0].split('\n').length };
  try {
    return { values: parseToml(toml), keyLines: tomlKeyLines(toml), ...below };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const message = error.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? 'not TOML';
    return { values: {}, keyLines: {}, ...below, mistake: { line: error.line + 1, message } };
  }
}

function tomlKeyLines(toml: string): Record<string, number> {
  const lines: Record<string, number> = {};
  let isTop = true;
  for (const [index, line] of toml.split('\n').entries()) {
    const table = /^\s*\[+\s*"?([\w-]+)/.exec(line)?.[1];
    const key = isTop ? /^\s*"?([\w-]+)"?\s*[=.]/.exec(line)?.[1] : undefined;
    if (table) isTop = false;
    const name = table ?? key;
    if (name) lines[name] ??= index + 2;
  }
  return lines;
}
