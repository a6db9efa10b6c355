import type { Article } from '../../../src/core/article.ts';
import type { FeedbackSummary } from '../../../src/core/feedback.ts';
import type { Finding } from '../../../src/core/finding.ts';
import type { Commit } from '../../../src/core/history.ts';
import { findWork } from '../../../src/core/rules/index.ts';
import { siteSchema } from '../../../src/core/site.ts';
import { aSummary } from '../an-article.ts';

/** A site that leaves every limit as it is. */
export const SITE = siteSchema.parse({
  title: { en: 'Help' },
  url: 'https://help.example.com',
  locales: ['en', 'de'],
});

export interface Given {
  articles: Article[];
  feedback?: FeedbackSummary;
  /** Days of the commits of each file, newest first. */
  commits?: Record<string, string[]>;
  today?: string;
}

/** All that the rules find. */
export function work({
  articles,
  feedback = aSummary(),
  commits = {},
  today = '2026-08-01',
}: Given): Finding[] {
  const entries = Object.entries(commits).map(([path, days]): [string, Commit[]] => [
    path,
    days.map((day) => ({ hash: day, day, subject: 'Edit' })),
  ]);
  return findWork({ site: SITE, articles, feedback, history: { commits: new Map(entries) }, today }).findings;
}

/** What was found, in few words. */
export function named(findings: Finding[]): string[] {
  return findings.map(({ rule, file }) => `${rule} ${file}`);
}
