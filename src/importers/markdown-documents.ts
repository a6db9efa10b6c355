import path from 'node:path';
import { readTextFile, type TextFile } from '../readers/text-file.ts';
import type { SourceDocument } from './document.ts';
import { readForeignFrontmatter } from './foreign-frontmatter.ts';
import { languageOf } from './language.ts';
import { type Layout, type Place, placeOf } from './layout.ts';
import type { Loss } from './loss.ts';
import type { SourceFolder } from './source-folder.ts';
import { sourceText } from './source-text.ts';

/** Files that are open at the same time. */
const BATCH = 64;

/** Reads every Markdown document of a folder. A file that cannot be read is a loss, never an error. */
export async function readMarkdownDocuments(
  folder: SourceFolder,
  layout: Layout,
): Promise<{ documents: SourceDocument[]; losses: Loss[] }> {
  const places = folder.files.flatMap((file) => {
    const place = placeOf(file, layout);
    return place ? [{ file, place }] : [];
  });
  const naming = namingOf(places.map(({ place }) => place));
  const documents: SourceDocument[] = [];
  const losses: Loss[] = [];
  for (let start = 0; start < places.length; start += BATCH) {
    const batch = places.slice(start, start + BATCH);
    const texts = await Promise.all(batch.map(({ file }) => readTextFile(path.join(folder.dir, file))));
    for (const [index, { file, place }] of batch.entries()) {
      const text = texts[index];
      if (!text) continue;
      const read = readDocument(file, text, losses);
      if (!read) continue;
      const { frontmatter } = read;
      const own = [frontmatter.lang, frontmatter.language, frontmatter.locale].find(
        (one) => typeof one === 'string',
      );
      const locale = place.locale ?? languageOf(String(own ?? '')) ?? layout.defaultLocale;
      documents.push({ file, locale, ...naming(place), ...read });
    }
  }
  return { documents, losses };
}

function readDocument(
  file: string,
  { text, isBroken, hasByteOrderMark, hasWindowsLineEnds }: TextFile,
  losses: Loss[],
): Pick<SourceDocument, 'format' | 'frontmatter' | 'keyLines' | 'body'> | undefined {
  const leaveOut = (line: number, message: string) => {
    losses.push({ kind: 'file', file, line, message });
    return undefined;
  };
  if (isBroken)
    return leaveOut(1, 'The file is not UTF-8 and is left out: save it as UTF-8 and import again.');
  if (text.trim() === '') return leaveOut(1, 'The file is empty and is left out.');
  const { values, keyLines, body, bodyLine, mistake } = readForeignFrontmatter(text);
  if (mistake) {
    const message = `The front matter cannot be read (${mistake.message.replace(/\.$/, '')}), so the file is left out: mend it and import again.`;
    return leaveOut(mistake.line, message);
  }
  const what = [hasByteOrderMark && 'a byte order mark', hasWindowsLineEnds && 'Windows line ends (CRLF)'];
  if (what.some(Boolean)) {
    const message = `The file has ${what.filter(Boolean).join(' and ')}; the article is saved as plain UTF-8 with LF.`;
    losses.push({ kind: 'file', file, line: 1, message });
  }
  return {
    format: file.endsWith('.mdx') ? 'mdx' : 'md',
    frontmatter: values,
    keyLines,
    body: sourceText(body, bodyLine),
  };
}

type Naming = Pick<SourceDocument, 'parts' | 'isSection' | 'order'>;

/**
 * How the names of files and folders become the parts of a document's path:
 * - `index`, `_index` and `README` stand for their folder;
 * - a folder whose files are all numbered from 1 is one article, or one article a number: `setup/01`, `setup/02`;
 * - numbers before all names of a folder are an order, days before names (`2024-05-01-`) a date; both are taken off.
 */
function namingOf(places: readonly Place[]): (place: Place) => Naming {
  const stems = new Map<string, Set<string>>();
  const names = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, folder: string, name: string) => {
    map.set(folder, (map.get(folder) ?? new Set()).add(name));
  };
  for (const { folders, stem } of places) {
    add(stems, folders.join('/'), stem);
    if (!isIndex(stem)) add(names, folders.join('/'), stem);
    for (const [depth, name] of folders.entries()) add(names, folders.slice(0, depth).join('/'), name);
  }
  const isSeries = (folder: string) => {
    const all = [...(stems.get(folder) ?? [])];
    return folder !== '' && all.every((stem) => /^\d+$/.test(stem)) && all.some((stem) => Number(stem) === 1);
  };
  const isNumbered = (folder: string) => {
    const all = [...(names.get(folder) ?? [])];
    return all.length > 1 && all.every((name) => NUMBERED.test(name));
  };

  return ({ folders, stem }) => {
    const here = folders.join('/');
    let order: number | undefined;
    const plain = [...folders, stem].map((name, depth) => {
      const numbered = isNumbered([...folders].slice(0, depth).join('/')) ? NUMBERED.exec(name) : null;
      if (numbered) order = Number(numbered[1]);
      else if (depth === folders.length) order = undefined;
      return (numbered?.[2] ?? name).replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '').replace(/^_(?=.)/, '');
    });
    if (isSeries(here)) {
      const number = Number(stem);
      const folder = plain.at(-2) ?? '';
      return {
        parts: [...plain.slice(0, -2), number === 1 ? folder : `${folder}-${number}`],
        isSection: false,
      };
    }
    if (!isIndex(stem)) return { parts: plain, isSection: false, order };
    const isSection = here === '' || stem === '_index' || (names.get(here)?.size ?? 0) > 0;
    return { parts: plain.slice(0, -1), isSection };
  };
}

const NUMBERED = /^(\d{1,3})[-_. ]+(\D.*)$/;

function isIndex(stem: string): boolean {
  return /^(?:_?index|readme)$/i.test(stem);
}
