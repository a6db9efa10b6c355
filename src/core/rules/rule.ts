import type { Article } from '../article.ts';
import type { Day } from '../calendar.ts';
import type { FeedbackSummary, RevisionSummary } from '../feedback.ts';
import type { Finding } from '../finding.ts';
import type { History } from '../history.ts';
import type { Site } from '../site.ts';

/** Everything that a rule may look at. */
export interface RuleContext {
  site: Pick<Site, 'limits' | 'reviewEvery'>;
  /** Those that readers can see today. */
  articles: readonly Article[];
  feedback: FeedbackSummary;
  /** What readers said and did on the present text of each article, by its path. */
  current: ReadonlyMap<string, RevisionSummary>;
  history: History;
  today: Day;
}

/** Looks for one kind of work on the articles. Pure: the same context gives the same findings. */
export interface Rule {
  /** Permanent name, which its findings carry, e.g. `review-due`. */
  name: string;
  find(context: RuleContext): Finding[];
}

/** The parts of a finding that say which article it is about, at the line of the first key that is there. */
export function about(
  article: Article,
  ...keys: readonly string[]
): Pick<Finding, 'article' | 'locale' | 'file' | 'line' | 'owner'> {
  const key = [...keys, 'title'].find((one) => article.lines[one] !== undefined);
  return {
    article: article.id,
    locale: article.locale,
    file: article.path,
    line: (key && article.lines[key]) || 1,
    owner: article.frontmatter.owner,
  };
}

/**
 * How many readers an article has, for ranking: views of its present text, or the votes on it where views are
 * not counted.
 */
export function readersOf(article: Article, { current }: Pick<RuleContext, 'current'>): number {
  const { views = 0, helpful = 0, unhelpful = 0 } = current.get(article.path) ?? {};
  return Math.max(views, helpful + unhelpful);
}
