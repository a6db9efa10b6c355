import { type Article, addressOf } from './article.ts';
import type { ContactFeedback, ReaderComment, SearchLead } from './audit-feedback/audit-feedback.ts';
import type { Day } from './calendar.ts';
import type { AsideSummary, RevisionSummary } from './feedback.ts';
import type { Finding } from './finding.ts';
import { incomingLinks } from './incoming-links.ts';
import { nearest } from './nearest.ts';
import { type ReviewDates, reviewDates } from './rules/review-dates.ts';
import type { RuleContext } from './rules/rule.ts';
import type { TextVersion } from './series/vote-series.ts';
import { type EditVerdict, editVerdict } from './statistics/edit-verdict.ts';
import { UserError } from './user-error.ts';

/** Everything that is known of one article in one language. */
export interface Explanation {
  article: Article;
  findings: Finding[];
  /** Its texts, the newest first. */
  versions: readonly TextVersion[];
  /** What the last change of substance did to the share of readers that it helps. */
  lastEdit?: EditVerdict;
  /** Votes, reasons and views since that change. */
  current?: RevisionSummary;
  /** Every comment on any of its texts, the newest first. */
  comments: ReaderComment[];
  /** The searches that led here, the most frequent first. */
  searches: SearchLead[];
  /** Of the last weeks, whichever text readers saw. */
  contacts?: ContactFeedback;
  /** What was sent on it in the last weeks and does not count. */
  aside: AsideSummary[];
  /** Paths of the articles that link here. */
  linkedFrom: string[];
  /** The other languages of the same article. */
  translations: Article[];
  review?: ReviewDates;
  /** Days on which a review was entered, the newest first, as far as the history tells. */
  reviews: Day[];
}

/** What was read of the history of this one article. */
export interface ArticlePast {
  /** The newest first. */
  versions: readonly TextVersion[];
  /** Days of its reviews, the newest first. */
  reviews: readonly Day[];
}

/**
 * Puts together what is known of one article, for a writer who wants to know why it is on the list.
 *
 * @param findings what the audit found in the whole help centre
 */
export function explain(
  article: Article,
  context: Omit<RuleContext, 'articles' | 'current'>,
  findings: readonly Finding[],
  { versions, reviews }: ArticlePast,
): Explanation {
  const { content, feedback, series, site } = context;
  const isHere = (one: { article: string; locale: string }) =>
    one.article === article.id && one.locale === article.locale;
  const { current, before } = series.get(article.path) ?? {};
  return {
    article,
    findings: findings.filter(({ file }) => file === article.path),
    versions,
    ...(current &&
      before && { lastEdit: editVerdict(before.feedback, current.feedback, site.limits.changeConfidence) }),
    ...(current && { current: current.feedback }),
    comments: feedback.comments.filter(isHere),
    searches: feedback.leads.filter(isHere),
    contacts: feedback.contacts.find(isHere),
    aside: feedback.aside.filter(({ article: id, locale }) => id === article.id && locale === article.locale),
    linkedFrom: (incomingLinks(content.articles, [article]).get(article.path) ?? []).map(({ path }) => path),
    translations: content.articles.filter(({ id, locale }) => id === article.id && locale !== article.locale),
    review: reviewDates(article, context),
    reviews: reviews.filter((day) => day <= context.today),
  };
}

/**
 * The articles that a person means: by id, by category and name, by path inside the content folder or with the folder, or
 * by address.
 *
 * @throws {UserError} if there is none
 * @example articlesNamed('billing/refund', articles) // in every language
 */
export function articlesNamed(name: string, articles: readonly Article[], locale?: string): Article[] {
  const wanted = locale === undefined ? articles : articles.filter((one) => one.locale === locale);
  const address = addressIn(name);
  const found = wanted.filter(
    (article) =>
      article.id === name ||
      article.path === name ||
      `${article.category}/${article.slug}` === name ||
      name.endsWith(`/${article.path}`) ||
      // The site may stand in a folder of its host.
      address.endsWith(addressOf(article)),
  );
  if (found.length > 0) return found;
  const near = nearest(
    name,
    wanted.flatMap(({ id, path }) => [id, path]),
  );
  throw new UserError(
    `There is no article ${name}${locale === undefined ? '' : ` in ${locale}`}.`,
    near
      ? `Did you mean ${near}?`
      : `Name its id, its file or its address${wanted[0] ? `, e.g. ${wanted[0].id}` : ''}.`,
  );
}

/** `/en/billing/refund/` of an address with or without the site, the slash at its end, and what follows `#` or `?`. */
function addressIn(name: string): string {
  const path = name.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return path.endsWith('/') ? path : `${path}/`;
}
