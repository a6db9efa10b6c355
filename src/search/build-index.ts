import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { ARTICLE_TYPES, type Article, addressOf, LEVELS } from '../core/article.ts';
import type { Content } from '../core/content.ts';
import { articleTerms } from './article-terms.ts';
import {
  type ArticleTable,
  COMMON,
  FORMAT,
  type Fragment,
  fragmentPath,
  HEAD,
  type IndexFile,
  type IndexHead,
  termsPath,
  wordsPath,
} from './index-files.ts';
import { loadLanguage } from './language.ts';
import { rarity } from './posting.ts';
import { SynonymFinder } from './synonym-finder.ts';
import { inTermFiles } from './term-files.ts';
import { holderCount, weighTerms } from './weigh-terms.ts';
import { inWordFiles } from './word-files.ts';

type Pack = (text: string) => Promise<Buffer>;
const zipped: Pack = promisify(gzip);

/**
 * Builds the search index of a site: one for each language, in a folder of its name.
 *
 * @param articles those that readers may find
 * @param pack how a file is kept; without a network between, it need not be made smaller
 */
export async function buildIndex(
  content: Content,
  articles: readonly Article[],
  pack: Pack = zipped,
): Promise<IndexFile[]> {
  const files: IndexFile[] = [];
  for (const locale of content.site?.locales ?? []) {
    const own = articles.filter((article) => article.locale === locale);
    for (const { path, content: bytes } of await buildLanguage(content, locale, own, pack)) {
      files.push({ path: `${locale}/${path}`, content: bytes });
    }
  }
  return files;
}

async function buildLanguage(
  content: Content,
  locale: string,
  articles: readonly Article[],
  pack: Pack,
): Promise<IndexFile[]> {
  const language = await loadLanguage(locale);
  const synonyms = new SynonymFinder(content.synonyms[locale] ?? [], language);
  const counted = articles.map((article) => articleTerms(article, language, synonyms));
  const terms = weighTerms(counted, language);
  // Titles and questions share their words, and some words stand in every article.
  const rarities = new Map<string, number>();
  const rarityOf = (term: string) => {
    let known = rarities.get(term);
    if (known === undefined) {
      known = rarity(holderCount(terms.get(term) ?? []), articles.length);
      rarities.set(term, known);
    }
    return known;
  };
  const asked = counted.map(({ askings }) =>
    askings.map((asking): [string, number] => [
      asking.text,
      Math.round(10 * sum([...asking.terms].map(rarityOf))),
    ]),
  );
  const categories = [...new Set(articles.map(({ category }) => category))].map((folder) => ({
    folder,
    title: content.categories.find((one) => one.locale === locale && one.folder === folder)?.title ?? folder,
  }));
  const table: ArticleTable = {
    titles: asked.map(([title]) => title?.[1] ?? 0),
    questions: asked.map(([, ...questions]) =>
      Math.round(sum(questions.map(([, own]) => own)) / Math.max(1, questions.length)),
    ),
    categories: articles.map((article) => categories.findIndex(({ folder }) => folder === article.category)),
    types: articles.map(({ frontmatter }) => ARTICLE_TYPES.indexOf(frontmatter.type)).join(''),
    levels: articles
      .map(({ frontmatter }) => (frontmatter.level ? LEVELS.indexOf(frontmatter.level) : LEVELS.length))
      .join(''),
  };
  const { common, files: termFiles } = inTermFiles(terms, articles.length);
  const wordFiles = inWordFiles(counted);
  const packed: [string, unknown][] = [
    [COMMON, common],
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
    common: common.terms,
    terms: termFiles.map((file) => file.terms[0] ?? ''),
    words: wordFiles.map(({ letters }) => letters),
    categories,
    table,
  };
  return [
    { path: HEAD, content: await pack(JSON.stringify(head)) },
    ...files.map((file) => ({ ...file, path: `${build}/${file.path}` })),
  ];
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
