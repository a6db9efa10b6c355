import { publishedArticles } from '../content.ts';
import { byImpact, type Finding } from '../finding.ts';
import type { Site } from '../site.ts';
import { deadEnd } from './dead-end.ts';
import { deadLink } from './dead-link.ts';
import { dependsOn } from './depends-on.ts';
import { duplicate } from './duplicate.ts';
import { expired } from './expired.ts';
import { fell } from './fell.ts';
import { gotWorse } from './got-worse.ts';
import { neverReviewed } from './never-reviewed.ts';
import { oldScreenshot } from './old-screenshot.ts';
import { orphan } from './orphan.ts';
import { readability } from './readability.ts';
import { reason } from './reason.ts';
import { reviewDue } from './review-due.ts';
import { reviewSoon } from './review-soon.ts';
import type { Rule, RuleContext, Source } from './rule.ts';
import { searchGap } from './search-gap.ts';
import { setAside } from './set-aside.ts';
import { UNUSED_SILENCE, withoutSilenced } from './silences.ts';
import { surveyLevel } from './survey-level.ts';
import { translationBehind } from './translation-behind.ts';
import { unfindable } from './unfindable.ts';
import { unhelpful } from './unhelpful.ts';

/** Every rule. A new one is one file and one line here. */
export const rules: readonly Rule[] = [
  unhelpful,
  gotWorse,
  fell,
  reason,
  deadEnd,
  searchGap,
  unfindable,
  translationBehind,
  dependsOn,
  deadLink,
  oldScreenshot,
  reviewDue,
  neverReviewed,
  reviewSoon,
  expired,
  surveyLevel,
  duplicate,
  orphan,
  readability,
  setAside,
];

/** Names of everything that the audit may say. */
export const RULE_NAMES: readonly string[] = [...rules.map(({ name }) => name), UNUSED_SILENCE];

/** What there is to mend. */
export interface Work {
  /** What costs most readers first. */
  findings: Finding[];
  /** How many articles were looked at: those that are published today. */
  articles: number;
  /** How many votes were weighed: those since the last change of substance of these articles. */
  votes: number;
  /** Findings that writers have silenced. */
  silenced: number;
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
  const isMissing = (source: Source) => given.missing.has(source);
  const idle = idleRules(given.missing);
  const ready = rules.filter(({ name }) => !idle.has(name));
  const hindered = rules.filter(({ needs = [], uses = [] }) => [...needs, ...uses].some(isMissing));
  const { findings, silenced } = withoutSilenced(
    ready.flatMap((rule) => rule.find(context)),
    given.content.articles,
    articles,
    new Set(hindered.map(({ name }) => name)),
  );
  return {
    findings: findings.flatMap((finding) => withSeverity(finding, given.site)).sort(byImpact),
    articles: articles.length,
    votes: [...current.values()].reduce((sum, { helpful, unhelpful }) => sum + helpful + unhelpful, 0),
    silenced,
  };
}

/** Names of the rules that have nothing to look at without these sources: that they are silent says nothing. */
export function idleRules(missing: ReadonlySet<Source>): ReadonlySet<string> {
  const idle = rules.filter(({ needs = [] }) => needs.some((source) => missing.has(source)));
  return new Set(idle.map(({ name }) => name));
}

/** The finding with the severity that the site gives to its rule, or none where the site has turned it off. */
function withSeverity(finding: Finding, { audit }: Pick<Site, 'audit'>): Finding[] {
  const severity = audit.severity[finding.rule];
  if (severity === 'off') return [];
  return [severity ? { ...finding, severity } : finding];
}
