import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { Content } from '../core/content.ts';
import type { Finding } from '../core/finding.ts';
import { goldenQueriesSchema } from '../core/golden-query.ts';
import { languageGaps } from '../core/language-gaps.ts';
import { productsSchema } from '../core/products.ts';
import { siteSchema } from '../core/site.ts';
import { surveySchema } from '../core/survey/survey.ts';
import { categoriesIn } from '../core/survey/survey-sketch.ts';
import { synonymsSchema } from '../core/synonyms.ts';
import { UserError } from '../core/user-error.ts';
import { readArticle, readCategory } from './article-file.ts';
import { nameOf } from './schema-findings.ts';
import { readSettings } from './settings-file.ts';
import { readTextFile } from './text-file.ts';
import { hasTexts } from './texts.ts';

/** Files that are open at the same time. */
const BATCH = 64;

/**
 * Reads a whole content folder: settings, categories and articles, with every mistake that was met.
 *
 * @throws {UserError} if there is no such folder
 * @example const { articles, findings } = await readContent('content');
 */
export async function readContent(dir: string): Promise<Content> {
  const root = path.resolve(dir);
  const files = await listFiles(root);
  const content: Content = {
    dir: root,
    files: new Set(files),
    synonyms: {},
    queries: [],
    queryLines: [],
    categories: [],
    articles: [],
    findings: [],
  };
  const site = await settings('site.yaml', siteSchema);
  const survey = await settings('survey.yaml', surveySchema);
  const queries = await settings('queries.yaml', goldenQueriesSchema);
  content.site = site?.value;
  content.severityLines = Object.fromEntries(
    Object.keys(site?.value?.audit.severity ?? {}).map((rule) => [
      rule,
      site?.lineOf(['audit', 'severity', rule]) ?? 1,
    ]),
  );
  content.survey = survey?.value;
  content.surveyCategories = categoriesIn(survey?.written).map(({ name, path }) => ({
    name,
    line: survey?.lineOf(path) ?? 1,
  }));
  content.synonyms = (await settings('synonyms.yaml', synonymsSchema))?.value ?? {};
  content.products = (await settings('products.yaml', productsSchema))?.value;
  content.queries = queries?.value ?? [];
  content.queryLines = content.queries.map((_, index) => queries?.lineOf([index]) ?? 1);
  if (!site) {
    const hint = 'Write one with `title`, `url` and `locales`.';
    content.findings.push(
      problem('site.yaml', 'missing-file', `There is no site.yaml in ${path.basename(root)}.`, hint),
    );
  }
  for (const [file, read] of [
    ['site.yaml', site],
    ['survey.yaml', survey],
  ] as const) {
    for (const gap of languageGaps(read?.written, content.site?.locales ?? [])) {
      content.findings.push({
        rule: 'missing-text',
        severity: 'warning',
        file,
        line: read?.lineOf(gap.path) ?? 1,
        message: `\`${nameOf(gap.path)}\` is missing in ${gap.missing.join(', ')}.`,
        hint: 'Until it is there, readers see the text of the first language.',
      });
    }
  }

  for (const locale of content.site?.locales ?? []) {
    if (hasTexts(locale)) continue;
    content.findings.push({
      rule: 'missing-interface',
      severity: 'warning',
      file: 'site.yaml',
      line: site?.lineOf(['locales']) ?? 1,
      message: `The interface has no texts in \`${locale}\`: buttons and labels will be English.`,
      hint: `Translate src/locales/en.json into src/locales/${locale}.json.`,
    });
  }

  const texts = files.filter((file) => /\.mdx?$/.test(file) && file.includes('/'));
  for (let start = 0; start < texts.length; start += BATCH) {
    await Promise.all(texts.slice(start, start + BATCH).map(readText));
  }
  const categoryIds = new Map(
    content.categories.map(({ locale, folder, id }) => [`${locale}/${folder}`, id]),
  );
  for (const article of content.articles) {
    const category = categoryIds.get(`${article.locale}/${article.category}`) ?? article.category;
    article.id = article.frontmatter.id ?? `${category}/${article.slug}`;
  }
  content.articles.sort((a, b) => (a.path < b.path ? -1 : 1));
  content.categories.sort((a, b) => (`${a.locale}/${a.folder}` < `${b.locale}/${b.folder}` ? -1 : 1));
  return content;

  async function settings<Schema extends z.ZodType>(file: string, schema: Schema) {
    if (!content.files.has(file)) return undefined;
    const read = readSettings(file, await readTextFile(path.join(root, file)), schema);
    content.findings.push(...read.findings);
    return read;
  }

  async function readText(file: string): Promise<void> {
    const parts = file.split('/');
    const [, folder = '', name = ''] = parts;
    const stem = name.replace(/\.mdx?$/, '');
    if (parts.length !== 3) {
      const hint =
        'Articles stand in a folder of a category in a folder of a language: en/billing/refund.md.';
      content.findings.push(problem(file, 'misplaced', 'The file is not in the folder of a category.', hint));
      return;
    }
    for (const part of new Set([folder, stem])) {
      if (!ADDRESS_PART.test(part)) {
        const hint = `Rename it to \`${addressPart(part)}\`: small letters a to z, digits and hyphens.`;
        content.findings.push(
          problem(file, 'file-name', `The name \`${part}\` does not make a plain address.`, hint),
        );
        return;
      }
    }
    if (RESERVED_FOLDERS.has(folder)) {
      const message = `The folder name \`${folder}\` is taken by a page of the site.`;
      content.findings.push(problem(file, 'file-name', message, `Call the folder e.g. \`about-${folder}\`.`));
      return;
    }
    const text = await readTextFile(path.join(root, file));
    if (stem === 'index') {
      const { category, findings } = readCategory(file, text);
      content.findings.push(...findings);
      if (category) content.categories.push(category);
      return;
    }
    const { article, findings } = readArticle(file, text);
    content.findings.push(...findings);
    if (article) content.articles.push(article);
  }
}

const ADDRESS_PART = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** First parts of addresses below a language that belong to pages of the site itself. */
export const RESERVED_FOLDERS: ReadonlySet<string> = new Set([
  'search',
  'survey',
  'contact',
  'feedback',
  'my-feedback',
  '404',
]);

/**
 * Turns words into a part of an address.
 *
 * @example addressPart('Rückgabe & Größe') // 'rueckgabe-groesse'
 */
export function addressPart(words: string): string {
  const letters: Record<string, string> = {
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ß: 'ss',
    æ: 'ae',
    ø: 'o',
    å: 'a',
    œ: 'oe',
  };
  return (
    words
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüßæøåœ]/g, (letter) => letters[letter] ?? letter)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'article'
  );
}

function problem(file: string, rule: string, message: string, hint: string): Finding {
  return { rule, severity: 'error', file, line: 1, message, hint };
}

/** Every file below a folder as a sorted path with `/`; files and folders that begin with a dot are left out. */
async function listFiles(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      .filter((file) => !/(^|\/)[._]/.test(file) && !file.startsWith('node_modules/'))
      .sort();
  } catch {
    throw new UserError(
      `There is no content folder at ${root}.`,
      'Say where it is with --content DIR or KUNDIG_CONTENT, or make one with site.yaml in it.',
    );
  }
}
