import { type Article, addressOf } from '../article.ts';
import { type SameAnswer, sameAnswers } from '../likeness/same-answers.ts';
import { about, type Rule, type RuleContext, readersOf } from './rule.ts';
import { percent } from './share-in-words.ts';

/** Of the readers of the lesser of two such articles, so many are reckoned to miss what the other says: one in twenty. */
const WEIGHT = 0.05;

/**
 * Two articles of one language answer the same question: they say nearly the same, or they have the same title or
 * question.
 *
 * Why: readers do not know which one holds, votes and searches are split between the two, and what is mended in one stays
 * wrong in the other.
 *
 * To mend: bring over what only this article says, delete it, and let its address lead to the other one with
 * `redirectFrom`. If each has a question of its own, say in both titles what tells them apart.
 *
 * It is said of the article with fewer readers. Texts are compared by the words that they have in common, rare ones counting
 * more; `limits.likeness` in site.yaml says from where on they are the same. Articles made from one template, such as
 * "Delete a group" and "Delete a page", are left alone when their titles and texts tell them apart.
 *
 * @example
 * // en/billing/refund.md and en/orders/money-back.md, with nearly the same text
 * 'It says nearly the same as en/billing/refund.md: they have 86 % of their words in common, rare ones counting more.'
 */
export const duplicate: Rule = {
  name: 'duplicate',
  summary: 'Two articles answer the same question.',
  rests: 'facts',
  find: (context) => {
    const { likeness } = context.site.limits;
    const pairs = [...Map.groupBy(context.articles, ({ locale }) => locale).values()].flatMap((sameLocale) =>
      sameAnswers(sameLocale, likeness).map((pair) => toldOfFirst(pair, context)),
    );
    // An article that is like several is said to be like the likest of them.
    const likest = new Map<string, SameAnswer>();
    for (const pair of pairs) {
      const known = likest.get(pair.first.path);
      if (!known || pair.likeness > known.likeness) likest.set(pair.first.path, pair);
    }
    return [...likest.values()].map((pair) => {
      const { first, second } = pair;
      const addresses = [...second.frontmatter.redirectFrom, addressOf(first)].join(', ');
      return {
        ...about(first),
        rule: duplicate.name,
        severity: 'hint',
        message: messageOf(pair, likeness),
        hint: 'Bring over what only this one says, delete it, and let its address lead there; or say in both titles what tells them apart.',
        impact: WEIGHT * readersOf(first, context),
        proposal: { file: second.path, text: `redirectFrom: [${addresses}]` },
      };
    });
  },
};

/**
 * The article of which the pair is told first: the one that silences the rule, if only one does, so that the silence
 * holds whoever has more readers next month; else the one with fewer readers; of equals, the later in the alphabet.
 */
function toldOfFirst(pair: SameAnswer, context: RuleContext): SameAnswer {
  const { first, second } = pair;
  const more =
    Number(isSilent(second)) - Number(isSilent(first)) ||
    readersOf(first, context) - readersOf(second, context) ||
    (first.path < second.path ? 1 : -1);
  return more > 0 ? { ...pair, first: second, second: first } : pair;
}

function isSilent({ frontmatter }: Article): boolean {
  return frontmatter.silence.some(({ rule }) => rule === duplicate.name);
}

function messageOf({ second, likeness, question }: SameAnswer, limit: number): string {
  const common = `${percent(likeness)} % of their words in common, rare ones counting more`;
  if (likeness >= limit) return `It says nearly the same as ${second.path}: they have ${common}.`;
  return `It answers the same question as ${second.path}: "${question}".`;
}
