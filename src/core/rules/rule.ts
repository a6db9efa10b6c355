import type { Article } from '../article.ts';
import type { AuditFeedback, RevisionFeedback } from '../audit-feedback/audit-feedback.ts';
import type { Day } from '../calendar.ts';
import type { Content } from '../content.ts';
import type { Finding } from '../finding.ts';
import type { GoldenPlacement } from '../golden-query.ts';
import type { History } from '../history.ts';
import type { LinkRecord } from '../links/link-record.ts';
import type { AnsweredGap } from '../search-gaps/search-gap.ts';
import type { SourceChange } from '../series/source-change.ts';
import type { ArticleSeries } from '../series/vote-series.ts';
import type { Site } from '../site.ts';

/** Everything that a rule may look at. */
export interface RuleContext {
  site: Site;
  /** The whole content folder. */
  content: Content;
  /** Those that readers can see today. */
  articles: readonly Article[];
  feedback: AuditFeedback;
  /** The votes on each article since its last change of substance, and before it, by the article's path. */
  series: ReadonlyMap<string, ArticleSeries>;
  /** What readers said and did since the last change of substance, by the article's path. */
  current: ReadonlyMap<string, RevisionFeedback>;
  history: History;
  /**
   * What became of the source of each translation that does not name its present text, by the translation's path;
   * missing without a history of the texts.
   */
  sourceChanges?: ReadonlyMap<string, SourceChange>;
  /** What `npm run links` saw at other people's addresses, by `linkKey`; missing if it has never run. */
  links?: ReadonlyMap<string, LinkRecord>;
  /** Where search brings the articles of the golden queries; missing if it was not asked. */
  goldenPlacements?: readonly GoldenPlacement[];
  /** What readers look for and do not find; missing if search was not asked. */
  searchGaps?: readonly AnsweredGap[];
  today: Day;
  /** What this audit does without; rules that need it find nothing. */
  missing: ReadonlySet<Source>;
}

/** What an audit can do without, and still say something right. */
export const SOURCES = ['votes', 'history', 'links'] as const;
export type Source = (typeof SOURCES)[number];

/**
 * What a finding rests on. Of votes, only what is proven may fail a build; what rests on age never fails the
 * change that touches the file.
 */
export type Ground = 'votes' | 'age' | 'facts';

/** Looks for one kind of work on the articles. Pure: the same context gives the same findings. */
export interface Rule {
  /** Permanent name, which its findings carry, e.g. `review-due`. */
  name: string;
  /** What its findings say of an article, in one sentence without markup. */
  summary: string;
  rests: Ground;
  /** Can votes prove what it finds, so that a build may fail on it? */
  proves?: true;
  /** That without which the rule has nothing to look at. */
  needs?: readonly Source[];
  /** That without which it finds less. */
  uses?: readonly Source[];
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
