import type { Article } from '../../../src/core/article.ts';
import type { AuditFeedback } from '../../../src/core/audit-feedback/audit-feedback.ts';
import type { Content } from '../../../src/core/content.ts';
import type { Finding } from '../../../src/core/finding.ts';
import type { Commit } from '../../../src/core/history.ts';
import { findWork } from '../../../src/core/rules/index.ts';
import { seriesOfRevision } from '../../../src/core/series/series-of-revision.ts';
import type { SourceChange } from '../../../src/core/series/source-change.ts';
import type { ArticleSeries } from '../../../src/core/series/vote-series.ts';
import { siteSchema } from '../../../src/core/site.ts';
import { aSummary } from '../an-article.ts';

/** A site that leaves every limit as it is. */
export const SITE = siteSchema.parse({
  title: { en: 'Help' },
  url: 'https://help.example.com',
  locales: ['en', 'de'],
});

/** A content folder with these articles, and nothing else unless it is given. */
export function aContent(articles: Article[], given: Partial<Content> = {}): Content {
  return {
    dir: '/help',
    files: new Set(articles.map(({ path }) => path)),
    site: SITE,
    synonyms: {},
    queries: [],
    queryLines: [],
    categories: [],
    articles,
    findings: [],
    ...given,
  };
}

export interface Given {
  articles: Article[];
  content?: Partial<Content>;
  feedback?: AuditFeedback;
  /** Where there is no history of the texts, each article's series is the votes on its present text. */
  series?: ReadonlyMap<string, ArticleSeries>;
  /** Days of the commits of each file, newest first. */
  commits?: Record<string, string[]>;
  sourceChanges?: ReadonlyMap<string, SourceChange>;
  today?: string;
}

/** What the rules are given. */
export function given({
  articles,
  content = {},
  feedback = aSummary(),
  series = seriesOfRevision(articles, feedback),
  commits = {},
  sourceChanges,
  today = '2026-08-01',
}: Given): Parameters<typeof findWork>[0] {
  const entries = Object.entries(commits).map(([path, days]): [string, Commit[]] => [
    path,
    days.map((day) => ({ hash: day, day, subject: 'Edit' })),
  ]);
  return {
    site: content.site ?? SITE,
    content: aContent(articles, content),
    feedback,
    series,
    history: { commits: new Map(entries) },
    sourceChanges,
    today,
    missing: new Set(),
  };
}

/** All that the rules find. */
export function work(subject: Given): Finding[] {
  return findWork(given(subject)).findings;
}

/** What was found, in few words. */
export function named(findings: Finding[]): string[] {
  return findings.map(({ rule, file }) => `${rule} ${file}`);
}
