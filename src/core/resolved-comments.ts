import type { Article } from './article.ts';
import type { AuditFeedback, ReaderComment } from './audit-feedback/audit-feedback.ts';
import type { Commit, History } from './history.ts';
import type { RuleContext } from './rules/rule.ts';
import { wilson } from './statistics/wilson.ts';

/** So many votes after a commit are needed before they can say that it did not deal with a comment. */
const VOTES_TO_RETURN = 10;

/**
 * What readers wrote on an article and nobody has dealt with, the newest first: the comments on its present text,
 * changes of formatting and spelling aside.
 *
 * A commit deals with the comments that it names: `Resolves-feedback: 1f0c9a52`, the id of the vote or at least
 * its first eight digits, as long as they fit one comment only. It may be any commit that changes a file of the
 * content folder. Such a comment comes back if readers are not helped any better: after the day of the commit
 * there are at least ten votes on the present text, and they show that it helps fewer than `limits.helpfulShare`
 * (the upper bound of Wilson's 95 % interval lies below it). A return needs the same proof as any other verdict of
 * the audit; a few unlucky votes do not undo a writer's work. A comment on a text that has since changed in
 * substance is open only if it came back in this way: the words that it was about are gone.
 *
 * @example openComments(article, context).slice(0, 5)
 */
export function openComments(
  article: Pick<Article, 'id' | 'locale' | 'path' | 'revision'>,
  { feedback, history, series, site }: Pick<RuleContext, 'feedback' | 'history' | 'series' | 'site'>,
): ReaderComment[] {
  const current = series.get(article.path)?.current;
  const present = new Set(current?.versions.map(({ revision }) => revision) ?? [article.revision]);
  const resolved = resolvedComments(feedback.comments, history);
  return (commentsByArticle(feedback).get(keyOf(article.id, article.locale)) ?? []).filter(
    ({ id, revision }) => {
      const commit = resolved.get(id);
      if (!commit) return present.has(revision);
      let helpful = 0;
      let all = 0;
      for (const votes of current?.feedback.days ?? []) {
        // On the day itself readers may still have seen the text before.
        if (votes.day <= commit.day) continue;
        helpful += votes.helpful;
        all += votes.helpful + votes.unhelpful;
      }
      return all >= VOTES_TO_RETURN && wilson(helpful, all).high < site.limits.helpfulShare;
    },
  );
}

/**
 * The last commit that names each comment, by the comment's id. A beginning that fits several comments names none
 * of them.
 */
function resolvedComments(comments: readonly ReaderComment[], history: History): ReadonlyMap<string, Commit> {
  const known = remembered.get(comments)?.get(history);
  if (known) return known;
  const byBeginning = Map.groupBy(comments, ({ id }) => digitsOf(id).slice(0, SHORTEST_NAME));
  const resolved = new Map<string, Commit>();
  for (const commit of [...history.commits.values()].flat()) {
    for (const name of commit.resolves ?? []) {
      const digits = digitsOf(name);
      const [comment, another] = (byBeginning.get(digits.slice(0, SHORTEST_NAME)) ?? []).filter(({ id }) =>
        digitsOf(id).startsWith(digits),
      );
      if (!comment || another) continue;
      const earlier = resolved.get(comment.id);
      if (!earlier || earlier.day < commit.day) resolved.set(comment.id, commit);
    }
  }
  const histories = remembered.get(comments) ?? new WeakMap<History, ReadonlyMap<string, Commit>>();
  remembered.set(comments, histories.set(history, resolved));
  return resolved;
}

/** So many digits of an id name a comment. */
const SHORTEST_NAME = 8;

/** Every article asks the same of the same comments. */
const remembered = new WeakMap<object, WeakMap<History, ReadonlyMap<string, Commit>>>();
const sorted = new WeakMap<AuditFeedback, ReadonlyMap<string, readonly ReaderComment[]>>();

function commentsByArticle(feedback: AuditFeedback): ReadonlyMap<string, readonly ReaderComment[]> {
  const known = sorted.get(feedback);
  if (known) return known;
  const byArticle = Map.groupBy(feedback.comments, ({ article, locale }) => keyOf(article, locale));
  sorted.set(feedback, byArticle);
  return byArticle;
}

function keyOf(article: string, locale: string): string {
  return `${article} ${locale}`;
}

function digitsOf(id: string): string {
  return id.toLowerCase().replaceAll('-', '');
}
