import type { Article } from '../core/article.ts';
import type { AuditFeedback, RevisionFeedback } from '../core/audit-feedback/audit-feedback.ts';
import { sourceOf } from '../core/checks/translations.ts';
import type { Content } from '../core/content.ts';
import type { History } from '../core/history.ts';
import { articleSeries } from '../core/series/article-series.ts';
import { underPresentIds } from '../core/series/former-ids.ts';
import { vocabulariesOf } from '../core/series/kinds-of-edits.ts';
import { type SourceChange, sourceChange } from '../core/series/source-change.ts';
import type { ArticleSeries } from '../core/series/vote-series.ts';
import { readVersions } from './article-versions.ts';

/** What the texts that articles have had tell of their votes and their translations. */
export interface TextHistory {
  /** What readers said, on the ids that articles have today. */
  feedback: AuditFeedback;
  /** The votes by changes of substance, by the article's path. */
  series: Map<string, ArticleSeries>;
  /** What became of the source of each translation that does not name its present text, by the translation's path. */
  sourceChanges: Map<string, SourceChange>;
  /** Votes on texts that their article never had, as far as git knows. They count for nothing. */
  unknownRevisions: number;
  /** Votes on articles that are no longer there. They count for nothing. */
  goneArticles: number;
}

interface Given {
  content: Content;
  history: History;
  /** What is not there yet is waited for, with what can be done before it comes already done. */
  feedback: AuditFeedback | Promise<AuditFeedback>;
}

/**
 * Reads from git those texts of the articles that readers voted on or that translations name, and joins votes that
 * only formatting or spelling parts. An article on whose earlier texts nobody voted needs none of them: of its
 * present text the commit is then not told.
 *
 * @throws {UserError} if git fails
 */
export async function readSeries({ content, history, feedback: asVoted }: Given): Promise<TextHistory> {
  const locales = content.articles.map(({ locale }) => locale);
  const vocabularies = vocabulariesOf(content.articles, locales);
  const feedback = underPresentIds(await asVoted, content, history);
  const rows = Map.groupBy(feedback.articles, ({ article, locale }) => keyOf(article, locale));
  const translations = translationsBySource(content.articles);
  const looked = content.articles.flatMap((article) => {
    const said = rows.get(keyOf(article.id, article.locale)) ?? [];
    const naming = translations.get(article) ?? [];
    return said.length > 0 || naming.length > 0 ? { article, said, naming } : [];
  });
  const versions = await readVersions({
    dir: content.dir,
    commits: history.commits,
    vocabularies,
    wanted: looked.map(({ article, said, naming }) => ({
      article,
      revisions: new Set([...said, ...naming].map(({ revision }) => revision)),
      // A translation may name a text that is older than the votes that count.
      ...(naming.length === 0 && { voted: votedRevisions(said) }),
    })),
  });

  const series = new Map<string, ArticleSeries>();
  const sourceChanges = new Map<string, SourceChange>();
  const unknown = new Set(feedback.articles);
  for (const [index, { article, said, naming }] of looked.entries()) {
    const known = versions[index] ?? [];
    for (const { path, revision } of naming) {
      sourceChanges.set(path, sourceChange(article.path, known, revision));
    }
    const joined = articleSeries(article, known, said);
    if (joined.series) series.set(article.path, joined.series);
    for (const row of said) if (!joined.unknownRevisions.includes(row)) unknown.delete(row);
  }
  const here = new Set(content.articles.map(({ id, locale }) => keyOf(id, locale)));
  const isHere = ({ article, locale }: RevisionFeedback) => here.has(keyOf(article, locale));
  return {
    feedback,
    series,
    sourceChanges,
    unknownRevisions: votesOn([...unknown].filter(isHere)),
    goneArticles: votesOn([...unknown].filter((row) => !isHere(row))),
  };
}

/** Translations that name another text of their source than its present one, by the source. */
function translationsBySource(articles: readonly Article[]): Map<Article, Naming[]> {
  const byId = Map.groupBy(articles, ({ id }) => id);
  const found = new Map<Article, Naming[]>();
  for (const article of articles) {
    const { translates } = article.frontmatter;
    const source = translates && sourceOf(article, byId.get(translates.id) ?? []);
    if (!source || source.revision === translates.revision) continue;
    const naming = found.get(source) ?? [];
    naming.push({ path: article.path, revision: translates.revision });
    found.set(source, naming);
  }
  return found;
}

/** A translation, by its path, and the text of its source that it names. */
interface Naming {
  path: string;
  revision: string;
}

function votedRevisions(rows: readonly RevisionFeedback[]): Set<string> {
  return new Set(rows.filter((row) => votesOn([row]) > 0).map(({ revision }) => revision));
}

function votesOn(rows: readonly RevisionFeedback[]): number {
  return rows.reduce((sum, { helpful, unhelpful }) => sum + helpful + unhelpful, 0);
}

function keyOf(id: string, locale: string): string {
  return `${id} ${locale}`;
}
