import { isPublished } from '../article.ts';
import { currentFeedback } from '../current-feedback.ts';
import { byImpact, type Finding } from '../finding.ts';
import { reviewDue } from './review-due.ts';
import { reviewSoon } from './review-soon.ts';
import type { Rule, RuleContext } from './rule.ts';
import { translationBehind } from './translation-behind.ts';
import { unhelpful } from './unhelpful.ts';

/** Every rule. A new one is one file and one line here. */
export const rules: readonly Rule[] = [unhelpful, translationBehind, reviewDue, reviewSoon];

/** All that the rules find to mend in the articles that are published today, what costs most readers first. */
export function findWork(given: Omit<RuleContext, 'current'>): Finding[] {
  const articles = given.articles.filter(({ frontmatter }) => isPublished(frontmatter, given.today));
  const context = { ...given, articles, current: currentFeedback(articles, given.feedback) };
  return rules.flatMap((rule) => rule.find(context)).sort(byImpact);
}
