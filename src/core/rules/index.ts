import { publishedArticles } from '../content.ts';
import { byImpact, type Finding } from '../finding.ts';
import { reviewDue } from './review-due.ts';
import { reviewSoon } from './review-soon.ts';
import type { Rule, RuleContext } from './rule.ts';
import { translationBehind } from './translation-behind.ts';
import { unhelpful } from './unhelpful.ts';

/** Every rule. A new one is one file and one line here. */
export const rules: readonly Rule[] = [unhelpful, translationBehind, reviewDue, reviewSoon];

/** What there is to mend. */
export interface Work {
  /** What costs most readers first. */
  findings: Finding[];
  /** How many articles were looked at: those that are published today. */
  articles: number;
  /** How many votes were weighed: those on the present text of these articles. */
  votes: number;
}

/** Runs every rule on the articles that are published today. */
export function findWork(given: Omit<RuleContext, 'articles' | 'current'>): Work {
  const articles = publishedArticles(given.content, given.today);
  const current = new Map(
    articles.flatMap(({ path }) => {
      const series = given.series.get(path);
      return series ? [[path, series.current.feedback]] : [];
    }),
  );
  const context = { ...given, articles, current };
  return {
    findings: rules.flatMap((rule) => rule.find(context)).sort(byImpact),
    articles: articles.length,
    votes: [...current.values()].reduce((sum, { helpful, unhelpful }) => sum + helpful + unhelpful, 0),
  };
}
