import path from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { readTextFile } from '../readers/text-file.ts';
import type { SourceDocument, SourceSection } from './document.ts';
import { htmlToMarkdown, htmlToText } from './html-to-markdown.ts';
import { languageOf } from './language.ts';
import type { Loss } from './loss.ts';
import type { SourceFolder } from './source-folder.ts';
import { sourceText } from './source-text.ts';

const TITLES = ['question', 'title', 'headline', 'name', 'q'];
const NAMES = ['id', 'anchor', 'slug', 'key'];
const SWITCHES = ['active', 'published', 'enabled', 'visible'];

/**
 * Reads questions and answers from JSON files: any list of objects that have a title and an answer, wherever it
 * stands in the file. The answer is the object's longest text or list of texts, in HTML or in Markdown; the nearest
 * object around the list that has a title is its category.
 */
export async function readJsonDocuments(
  folder: SourceFolder,
  defaultLocale: string,
): Promise<{ documents: SourceDocument[]; sections: SourceSection[]; losses: Loss[] }> {
  const documents: SourceDocument[] = [];
  const sections: SourceSection[] = [];
  const losses: Loss[] = [];
  const files = folder.files.filter(
    (file) => file.endsWith('.json') && !/(^|\/)(package|tsconfig)[^/]*$/.test(file),
  );
  for (const file of files) {
    const { text } = await readTextFile(path.join(folder.dir, file));
    const before = documents.length;
    const message = readJson(file, text, localeOf(file, files, defaultLocale), documents, sections);
    if (message) losses.push({ kind: 'file', file, line: message.line, message: message.text });
    else if (documents.length === before) {
      losses.push({
        kind: 'file',
        file,
        line: 1,
        message: 'The file holds no questions with answers and is left out.',
      });
    }
  }
  return { documents, sections, losses };
}

function readJson(
  file: string,
  text: string,
  locale: string,
  documents: SourceDocument[],
  sections: SourceSection[],
): { line: number; text: string } | undefined {
  const counter = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: counter, uniqueKeys: false });
  const lineOf = (node: Node | null | undefined) => counter.linePos(node?.range?.[0] ?? 0).line;
  try {
    JSON.parse(text);
  } catch (error) {
    const said = /\(line (\d+)/.exec(String(error))?.[1];
    const line = said ? Number(said) : counter.linePos(parsed.errors[0]?.pos[0] ?? 0).line;
    return { line, text: 'The file is not JSON and is left out.' };
  }

  (function visit(node: unknown, around: readonly { title: string; name: string; order: number }[]): void {
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        if (!isMap(item)) continue;
        const answer = answerOf(item);
        const title = textAt(item, TITLES);
        if (title && answer) addDocument(item, htmlToText(title), answer, around.at(-1), index);
        else visit(item, title ? [...around, sectionOf(item, title, index)] : around);
      }
    } else if (isMap(node)) {
      for (const { value } of node.items) visit(value, around);
    }
  })(parsed.contents, []);
  return undefined;

  function sectionOf(item: YAMLMap, title: string, index: number) {
    const section = {
      title: htmlToText(title),
      name: textAt(item, NAMES) ?? htmlToText(title),
      order: index + 1,
    };
    sections.push({ locale, parts: [section.name], title: section.title, order: section.order });
    return section;
  }

  function addDocument(
    item: YAMLMap,
    title: string,
    answer: Node,
    section: { name: string } | undefined,
    index: number,
  ): void {
    const name = textAt(item, NAMES);
    const isOff = SWITCHES.some((key) => item.get(key) === false);
    documents.push({
      file,
      locale,
      parts: [section?.name ?? path.basename(file, '.json').replace(LANGUAGE_SUFFIX, ''), name ?? title],
      isSection: false,
      format: 'md',
      frontmatter: { title, type: 'faq', ...(isOff && { draft: true }) },
      keyLines: { title: lineOf(item) },
      body: bodyOf(answer, lineOf),
      fragment: name,
      order: index + 1,
    });
  }
}

/** The longest text of an object, or list of texts, apart from its title and its name; none in one that holds others. */
function answerOf(item: YAMLMap): Node | undefined {
  if (item.items.some(({ value }) => isSeq(value) && value.items.some(isMap))) return undefined;
  let longest: Node | undefined;
  let most = 0;
  for (const { key, value } of item.items) {
    if ([...TITLES, ...NAMES].includes(String(key))) continue;
    const node = isMap(value) ? (value.get('text', true) as unknown) : value;
    const texts = textsOf(node);
    const length = texts?.join('').length ?? 0;
    if (length > most) [longest, most] = [node as Node, length];
  }
  return longest;
}

function textsOf(node: unknown): string[] | undefined {
  if (isScalar(node)) return typeof node.value === 'string' ? [node.value] : undefined;
  if (!isSeq(node) || node.items.length === 0) return undefined;
  const texts = node.items.map((item) =>
    isScalar(item) && typeof item.value === 'string' ? item.value : undefined,
  );
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** Each text of the answer is a paragraph or more; their lines are those of the JSON file. */
function bodyOf(answer: Node, lineOf: (node: Node) => number): SourceDocument['body'] {
  const nodes = isSeq(answer) ? (answer.items as Node[]) : [answer];
  const paragraphs = nodes.flatMap((node) => {
    const [text = ''] = textsOf(node) ?? [];
    const markdown = /<\/?[a-z][^<>]*>|&\w+;/i.test(text) ? htmlToMarkdown(text) : text.trim();
    return markdown ? [{ markdown, line: lineOf(node) }] : [];
  });
  const lines = paragraphs.flatMap(({ markdown, line }, index) => [
    ...markdown.split('\n').map(() => line),
    ...(index < paragraphs.length - 1 ? [line] : []),
  ]);
  return { ...sourceText('', 1), text: paragraphs.map(({ markdown }) => markdown).join('\n\n'), lines };
}

function textAt(item: YAMLMap, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = item.get(key);
    if (typeof value === 'string' && value.trim()) return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

const LANGUAGE_SUFFIX = /[._-]([a-z]{2}(?:[-_][A-Za-z]{2,4})?)$/;

/** `faq_de.json` beside `faq.json` is German; so is `de/faq.json`. */
function localeOf(file: string, files: readonly string[], defaultLocale: string): string {
  const stem = file.replace(/\.json$/, '');
  const code = LANGUAGE_SUFFIX.exec(stem)?.[1];
  const locale = code && languageOf(code);
  const start = stem.replace(LANGUAGE_SUFFIX, '');
  if (
    locale &&
    files.some(
      (other) => other !== file && other.replace(/\.json$/, '').replace(LANGUAGE_SUFFIX, '') === start,
    )
  ) {
    return locale;
  }
  const folder = file
    .split('/')
    .slice(0, -1)
    .find((part) => part.length === 2 && languageOf(part));
  return (folder && languageOf(folder)) ?? defaultLocale;
}
