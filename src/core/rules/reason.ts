import { dayOf } from '../calendar.ts';
import type { Reason } from '../feedback.ts';
import type { Severity } from '../finding.ts';
import type { Beta } from '../statistics/beta-binomial.ts';
import { judgeArticles } from '../statistics/unhelpful-list.ts';
import { quotesOf } from './quotes.ts';
import { REMEDIES } from './remedies.ts';
import { about, type Rule, readersOf } from './rule.ts';
import { figureOf, percent, rangeInWords } from './share-in-words.ts';

/** The reasons that name what to do, and how much each matters: a wrong answer harms, a long one only tires. */
const NAMED: readonly [Reason, Severity][] = [
  ['outdated', 'warning'],
  ['wrong', 'warning'],
  ['incomplete', 'hint'],
  ['unclear', 'hint'],
];

/** Fewer readers than this may all have meant something else. */
export const FEWEST_READERS = 3;

/** Taken for granted on a small site: one voter in 25 gives the reason, on few articles many. */
export const USUAL_REASONS: Beta = { a: 9.6, b: 0.4 };

/**
 * Many readers give the same reason why the present text did not help them: it is out of date, or wrong (a warning);
 * it is incomplete, or hard to understand (a hint).
 *
 * Why: the reason says what kind of work the article needs, often before its votes are bad enough for `unhelpful`.
 *
 * To mend: for "out of date", compare the article with the product as it is today; for "wrong", try it step by step;
 * for "incomplete", add what the comments ask for; for "hard to understand", begin with the answer and shorten.
 *
 * At least three readers must have said so, and the votes must show that more than one voter in ten would:
 * `limits.reasonShare` in site.yaml. One vote in four hundred with a reason is no pattern.
 *
 * @example
 * // 9 of 40 voters said "out of date"
 * '9 of 40 readers who voted say that it is out of date: 23 % (probably 12 to 38 %), where 10 % are too many.'
 */
export const reason: Rule = {
  name: 'reason',
  summary: 'Many readers give the same reason why it did not help them.',
  rests: 'votes',
  needs: ['votes'],
  find: (context) => {
    const { reasonShare, falseShare } = context.site.limits;
    return NAMED.flatMap(([name, severity]) => {
      const voted = context.articles.flatMap((article) => {
        const {
          helpful = 0,
          unhelpful = 0,
          reasons = {},
          firstVote,
        } = context.current.get(article.path) ?? {};
        const said = reasons[name] ?? 0;
        // The judge of shares that are too small looks at those who did not give the reason.
        return [{ article, firstVote, said, helpful: helpful + unhelpful - said, unhelpful: said }];
      });
      const judged = judgeArticles(voted, { helpfulShare: 1 - reasonShare, falseShare }, USUAL_REASONS);
      return judged.flatMap(({ article: { article, said, firstVote, helpful }, chanceFine, listed }) => {
        if (!listed || said < FEWEST_READERS) return [];
        const of = helpful + said;
        const figure = figureOf(said, of);
        return {
          ...about(article),
          rule: reason.name,
          severity,
          message:
            `${said} of ${of} readers who voted say that it is ${REMEDIES[name].meaning}: ` +
            `${rangeInWords(figure)}, where ${percent(reasonShare)} % are too many.`,
          hint: `${REMEDIES[name].hint}.`,
          // Who gives a reason was not helped; of the others nothing is known here.
          impact: (1 - chanceFine) * figure.value * readersOf(article, context),
          since: firstVote && dayOf(firstVote),
          figure,
          comments: quotesOf(article, context, (comment) => comment.reason === name),
        };
      });
    });
  },
};
