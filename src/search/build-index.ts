import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ARTICLE_TYPES, type Article, addressOf, LEVELS } from '../core/article.ts';
import type { Content } from '../core/content.ts';
import { articleTerms, type TermCounts } from './article-terms.ts';
import { compoundParts } from './compounds.ts';
import {
  type ArticleTable,
  FORMAT,
  type Fragment,
  fragmentPath,
  HEAD,
  type IndexFile,
  type IndexHead,
  TABLE,
  type TermFile,
  termsPath,
  type WordFile,
  wordsPath,
} from './index-files.ts';
import { type Language, loadLanguage } from './language.ts';
import { packPosting, rarity } from './posting.ts';
import { SynonymFinder } from './synonym-finder.ts';
import { WEIGHTS } from './weights.ts';
import { withoutAccents } from './words.ts';

const pack = promisify(gzip);

/** Articles that a term leads to at most; those in which it weighs least are left out. It says little by then. */
const MOST_POSTINGS = 1500;
/** Characters of a file of terms before it is compressed: one word of a query costs about a third of it. */
const TERM_FILE_SIZE = 16_000;

/**
 * Builds the search index of a site: one for each language, in a folder of its name.
 *
 * @param articles those that readers may find
 */
export async function buildIndex(content: Content, articles: readonly Article[]): Promise<IndexFile[]> {
  const files: IndexFile[] = [];
  for (const locale of content.site?.locales ?? []) {
    const own = articles.filter((article) => article.locale === locale);
    for (const { path, content: bytes } of await buildLanguage(content, locale, own)) {
      files.push({ path: `${locale}/${path}`, content: bytes });
    }
  }
  return files;
}

async function buildLanguage(
  content: Content,
  locale: string,
  articles: readonly Article[],
): Promise<IndexFile[]> {
  const language = await loadLanguage(locale);
  const synonyms = new SynonymFinder(content.synonyms[locale] ?? []);
  const counted = articles.map((article) => articleTerms(article, language, synonyms));
  const terms = weighTerms(counted, partsOfWords(counted, language));
  const rarityOf = (term: string) => rarity(terms.get(term)?.length ?? 0, articles.length);
  const asked = counted.map(({ askings }) =>
    askings.map((asking): [string, number] => [asking.text, round(sum([...asking.terms].map(rarityOf)))]),
  );
  const categories = [...new Set(articles.map(({ category }) => category))].map((folder) => ({
    folder,
    title: content.categories.find((one) => one.locale === locale && one.folder === folder)?.title ?? folder,
  }));
  const table: ArticleTable = {
    titles: asked.map(([title]) => title?.[1] ?? 0),
    questions: asked.map(([, ...questions]) =>
      round(sum(questions.map(([, own]) => own)) / Math.max(1, questions.length)),
    ),
    categories: articles.map((article) => categories.findIndex(({ folder }) => folder === article.category)),
    types: articles.map(({ frontmatter }) => ARTICLE_TYPES.indexOf(frontmatter.type)),
    levels: articles.map(({ frontmatter }) => (frontmatter.level ? LEVELS.indexOf(frontmatter.level) : -1)),
  };
  const termFiles = inTermFiles(terms);
  const wordFiles = inWordFiles(counted);
  const packed: [string, unknown][] = [
    [TABLE, table],
    ...termFiles.map((file, place): [string, unknown] => [termsPath(place), file]),
    ...wordFiles.map(({ file }, place): [string, unknown] => [wordsPath(place), file]),
    ...articles.map((article, place): [string, unknown] => [
      fragmentPath(place),
      fragmentOf(article, categories[table.categories[place] ?? 0]?.title ?? '', asked[place] ?? []),
    ]),
  ];
  const digest = createHash('sha256');
  const files: IndexFile[] = [];
  for (const [path, value] of packed) {
    const text = JSON.stringify(value);
    digest.update(path).update(text);
    files.push({ path, content: await pack(text) });
  }
  const build = digest.digest('hex').slice(0, 12);
  const words = [...terms.values()].reduce((count, postings) => count + postings.length, 0);
  const head: IndexHead = {
    format: FORMAT,
    build,
    locale,
    articles: articles.length,
    typicalRarity: round(
      sum([...terms].map(([term, { length }]) => rarityOf(term) * length)) / Math.max(1, words),
    ),
    terms: termFiles.map((file) => file.terms[0] ?? ''),
    words: wordFiles.map(({ letter }) => letter),
    categories,
  };
  return [
    { path: HEAD, content: Buffer.from(JSON.stringify(head)) },
    ...files.map((file) => ({ ...file, path: `${build}/${file.path}` })),
  ];
}

/** The terms of the parts of each compound word. */
function partsOfWords(
  counted: readonly TermCounts[],
  { stemOf, joints }: Language,
): (word: string) => string[] {
  if (!joints) return () => [];
  const words = new Set(counted.flatMap(({ words }) => [...words.keys()].map(withoutAccents)));
  const known = new Map<string, string[]>();
  return (word) => {
    let parts = known.get(word);
    if (!parts) {
      parts = compoundParts(withoutAccents(word), joints, (part) => words.has(part)).map(stemOf);
      known.set(word, parts);
    }
    return parts;
  };
}

/** An article in which a term stands, and how. */
type Holder = [article: number, packed: number];

function weighTerms(
  counted: readonly TermCounts[],
  partsOf: (word: string) => string[],
): Map<string, Holder[]> {
  const titleLength = sum(counted.map(({ titleLength }) => titleLength)) / counted.length;
  const textLength = sum(counted.map(({ textLength }) => textLength)) / counted.length;
  const holders = new Map<string, Holder[]>();
  for (const [article, own] of counted.entries()) {
    const inTitle = WEIGHTS.title / lengthPenalty(own.titleLength / titleLength, WEIGHTS.titleLength);
    const inText = 1 / lengthPenalty(own.textLength / textLength, WEIGHTS.textLength);
    const found = new Map<string, { count: number; title: number; isAsked: boolean }>();
    const add = (
      term: string,
      share: number,
      field: { title: number; asked: number; heading: number; text: number },
    ) => {
      const entry = found.get(term) ?? { count: 0, title: 0, isAsked: false };
      entry.count +=
        share *
        (field.title * inTitle +
          Math.min(field.asked, 1) * WEIGHTS.question +
          Math.min(field.heading, 1) * WEIGHTS.heading +
          field.text * inText);
      entry.title = Math.max(entry.title, field.title > 0 ? share : 0);
      entry.isAsked ||= field.asked > 0 && share === 1;
      found.set(term, entry);
    };
    for (const [word, { term, ...field }] of own.words) {
      add(term, 1, field);
      for (const part of partsOf(word)) if (part !== term) add(part, WEIGHTS.compoundPart, field);
    }
    for (const [term, { count, title, isAsked }] of found) {
      const packed = packPosting({
        weight: count / (WEIGHTS.saturation + count),
        title: title === 1 ? 'whole' : title > 0 ? 'part' : 'none',
        isAsked,
      });
      const list = holders.get(term);
      if (list) list.push([article, packed]);
      else holders.set(term, [[article, packed]]);
    }
  }
  return holders;
}

/** @param length against the average */
function lengthPenalty(length: number, weight: number): number {
  return 1 - weight + weight * length;
}

function inTermFiles(holders: ReadonlyMap<string, Holder[]>): TermFile[] {
  const files: TermFile[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const term of [...holders.keys()].sort()) {
    const all = holders.get(term) ?? [];
    let last = 0;
    const pairs = heaviest(all).flatMap(([article, packed]) => {
      const distance = article - last;
      last = article;
      return [distance, packed];
    });
    // Four characters a number, with its comma.
    const grown = term.length + 4 * pairs.length;
    if (size + grown > TERM_FILE_SIZE) {
      files.push({ terms: [], counts: [], postings: [] });
      size = 0;
    }
    size += grown;
    const file = files.at(-1);
    file?.terms.push(term);
    file?.counts.push(all.length);
    file?.postings.push(pairs);
  }
  return files;
}

function heaviest(holders: readonly Holder[]): readonly Holder[] {
  if (holders.length <= MOST_POSTINGS) return holders;
  return [...holders]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_POSTINGS)
    .sort(([a], [b]) => a - b);
}

function inWordFiles(counted: readonly TermCounts[]): { letter: string; file: WordFile }[] {
  const counts = new Map<string, number>();
  for (const { words } of counted) {
    for (const [word, { title, asked, heading, text }] of words) {
      counts.set(word, (counts.get(word) ?? 0) + title + asked + heading + text);
    }
  }
  const files = new Map<string, WordFile>();
  for (const word of [...counts.keys()].sort()) {
    const [letter = ''] = withoutAccents(word);
    const file = files.get(letter) ?? { words: [], frequencies: '' };
    file.words.push(word);
    file.frequencies += Math.min(9, Math.floor(Math.log2(counts.get(word) ?? 1)));
    files.set(letter, file);
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([letter, file]) => ({ letter, file }));
}

function fragmentOf(article: Article, category: string, askings: [string, number][]): Fragment {
  const { frontmatter, outline } = article;
  return {
    article: article.id,
    url: addressOf(article),
    category,
    type: frontmatter.type,
    ...(frontmatter.level ? { level: frontmatter.level } : {}),
    description: frontmatter.description,
    askings,
    sections: outline.sections
      .filter(({ heading, text }) => heading || text)
      .map(({ heading, text }) => ({
        ...(heading ? { heading: heading.text, anchor: heading.anchor } : {}),
        text,
      })),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
