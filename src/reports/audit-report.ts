import { type Article, addressOf } from '../core/article.ts';
import { votesAside } from '../core/aside-in-words.ts';
import type { Day } from '../core/calendar.ts';
import type { AsideSummary } from '../core/feedback.ts';
import type { Finding } from '../core/finding.ts';
import type { Rule } from '../core/rules/rule.ts';
import type { ArticleSeries } from '../core/series/vote-series.ts';
import type { Site } from '../core/site.ts';
import { plural } from './plural.ts';

/** What one run of the audit has to say, for every format. */
export interface AuditReport {
  /** Those to show, what costs most readers first. */
  findings: readonly Finding[];
  /** How many there are of them, with those that were left out of a list of the first few. */
  found: number;
  /** Those that were looked at. Findings are shown with their titles and addresses. */
  articles: readonly Pick<Article, 'id' | 'locale' | 'category' | 'slug' | 'path' | 'frontmatter'>[];
  /** How many votes were weighed. */
  votes: number;
  /** What was set aside lately and is in none of these figures. */
  aside: readonly AsideSummary[];
  today: Day;
  /** The content folder as the reader would name it, e.g. `content`; files of findings lie in it. */
  folder: string;
  /**
   * The content folder as its repository names it, with `/`, e.g. `content`, or an empty text where it is the
   * repository itself. Services that show findings beside the code look for files so; without it, `folder` is used.
   */
  folderInRepository?: string;
  /** By the article's path. */
  series: ReadonlyMap<string, ArticleSeries>;
  site: Site;
  rules: readonly RuleText[];
}

/** A rule as a list of work speaks of it. */
export type RuleText = Pick<Rule, 'name' | 'summary'>;

/** The page of an article. */
export interface SubjectPage {
  title: string;
  address: string;
}

/** The pages of the articles that were looked at, by the paths of their files. */
export function pagesOf({ articles, site }: AuditReport): Map<string, SubjectPage> {
  const root = site.url.replace(/\/+$/, '');
  return new Map(
    articles.map((article) => [
      article.path,
      { title: article.frontmatter.title, address: root + addressOf(article) },
    ]),
  );
}

/**
 * What the list rests on, and how much of it is left out.
 *
 * @example 'Looked at 120 articles and 900 votes on 2026-08-01. These are the first 10 of 43.'
 */
export function scopeInWords(report: AuditReport, day: string = report.today): string {
  const { articles, votes, aside, findings, found } = report;
  const looked = [
    `Looked at ${plural(articles.length, 'article')} and ${plural(votes, 'vote')} on ${day}.`,
    votesAside(aside),
  ]
    .filter(Boolean)
    .join(' ');
  return found > findings.length ? `${looked} These are the first ${findings.length} of ${found}.` : looked;
}
