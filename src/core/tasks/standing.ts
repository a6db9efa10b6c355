import type { Article } from '../article.ts';
import type { Finding } from '../finding.ts';
import type { ArticleSeries } from '../series/vote-series.ts';
import type { Site } from '../site.ts';
import type { IssueText } from './issue-body.ts';
import type { Mark } from './mark.ts';
import { hasRecovered } from './recovery.ts';
import type { Task } from './task.ts';

/** What one run of the audit knows. */
export interface Standpoint {
  /** All findings of the audit: what is missing here is taken for mended. */
  findings: readonly Finding[];
  /** Those that readers can see today. */
  articles: readonly Article[];
  /** The votes on each article, by its path. */
  series: ReadonlyMap<string, ArticleSeries>;
  site: Site;
  /** Names of the rules that rest on votes. */
  voteRules: ReadonlySet<string>;
  /** Names of the rules that could not look this time: that they are silent means nothing. */
  idle: ReadonlySet<string>;
}

/** What an issue should say, and whether there is nothing left to do. */
export interface Standing {
  text: IssueText;
  isDone: boolean;
}

/** What the issue of a task says. What an earlier run found and this one could not look for stays noted. */
export function textOf(task: Task, mark: Mark | undefined, at: Standpoint): IssueText {
  const { key, file, owner, findings, rules } = task;
  const unseen = mark?.rules.filter((rule) => at.idle.has(rule)) ?? [];
  const article = articleOf(key, at);
  const isAboutVotes = rules.some((rule) => at.voteRules.has(rule));
  const waits = !isAboutVotes && mark?.awaitsVotes && article && votesOn(article, at);
  return {
    key,
    file,
    owner,
    rules: [...new Set([...rules, ...unseen])].sort(),
    awaitsVotes: isAboutVotes || mark?.awaitsVotes === true,
    findings,
    ...(waits && { state: waits.inWords }),
  };
}

/** Where an issue stands of which nothing is found any more. */
export function standingWithoutWork(mark: Mark, at: Standpoint): Standing {
  const article = articleOf(mark.key, at);
  const file = article?.path ?? mark.key.slice(mark.key.indexOf(' ') + 1);
  const owner = article?.frontmatter.owner ?? mark.owner;
  const text = { key: mark.key, file, owner, rules: [], findings: [] };
  const done = (state: string): Standing => ({ text: { ...text, awaitsVotes: false, state }, isDone: true });
  if (!article && !mark.key.startsWith('- ')) return done('The article has been taken from the site.');
  if (!article || !mark.awaitsVotes || isSilenced(article, mark, at)) return done('Nothing is left to mend.');
  const { inWords, haveRecovered } = votesOn(article, at);
  if (haveRecovered) return done(inWords);
  return { text: { ...text, awaitsVotes: true, state: inWords }, isDone: false };
}

/** What the votes since the last change of substance say, where they were once bad. */
function votesOn(article: Article, { series, site }: Standpoint) {
  const current = series.get(article.path)?.current;
  const { helpful = 0, unhelpful = 0 } = current?.feedback ?? {};
  const haveRecovered = hasRecovered({ helpful, unhelpful }, site.limits.helpfulShare);
  const total = helpful + unhelpful;
  const share = `${helpful} of ${total} readers who voted found it helpful`;
  if (haveRecovered) return { haveRecovered, inWords: `It helps again: ${share}.` };
  const edited = current?.versions.at(-1)?.commit?.day ?? article.updated;
  const since = edited ? `Edited on ${edited}; waiting for votes` : 'Waiting for votes';
  return { haveRecovered, inWords: `${since}: ${total === 0 ? 'none so far' : `${share} so far`}.` };
}

/** Has somebody decided that votes are not to be gone by here? */
function isSilenced({ frontmatter }: Article, { rules }: Mark, { site, voteRules }: Standpoint): boolean {
  const about = rules.filter((rule) => voteRules.has(rule));
  const isOff = (name: string) =>
    site.audit.severity[name] === 'off' || frontmatter.silence.some(({ rule }) => rule === name);
  return about.length > 0 && about.every(isOff);
}

function articleOf(key: string, { articles }: Standpoint): Article | undefined {
  return articles.find(({ locale, id }) => `${locale} ${id}` === key);
}
