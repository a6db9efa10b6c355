import type { ContactFeedback } from '../audit-feedback/audit-feedback.ts';
import { about, type Rule, readersOf } from './rule.ts';
import { figureOf, percent, rangeInWords } from './share-in-words.ts';

/** From so many times what is usual on the site an article stands out. */
const TIMES_USUAL = 2;

/** Fewer ways to a person than this may be one reader who tried again. */
const FEWEST_CONTACTS = 5;

/**
 * Of the readers of an article unusually many go on to look for a person: they opened "still need help" from it and
 * did not say on the way that it was solved after all.
 *
 * Why: the article is found, read, and leaves them where they were. Each of them writes or calls.
 *
 * To mend: ask those who answer what these readers want to know, and answer that in the article, or link to where it
 * is answered. If the article itself sends readers to a person, silence the rule with that reason.
 *
 * An article is named where surely more than one reader in twenty goes on (`limits.contactShare` in site.yaml), and
 * more than twice as many as from the other articles of this site. It takes at least five, and the views of the same days.
 *
 * @example
 * // 40 of 300 readers went on to a person, on a site where 2 % do
 * '40 of its last 300 readers went on to look for a person: 13 % (probably 10 to 18 %), where 2 % are usual.'
 */
export const deadEnd: Rule = {
  name: 'dead-end',
  summary: 'Unusually many readers go on from it to look for a person.',
  rests: 'votes',
  needs: ['votes'],
  find: (context) => {
    const { contacts } = context.feedback;
    const byArticle = new Map(contacts.map((one) => [`${one.article} ${one.locale}`, one]));
    const all = sumOf(contacts.map(leftOver));
    return context.articles.flatMap((article) => {
      const row = byArticle.get(`${article.id} ${article.locale}`);
      const { stuck, views } = row ? leftOver(row) : { stuck: 0, views: 0 };
      if (stuck < FEWEST_CONTACTS) return [];
      const figure = figureOf(stuck, views);
      // An article that most readers read must not be what is usual itself.
      const usual = shareOf({ stuck: all.stuck - stuck, views: all.views - views });
      if (figure.low <= Math.max(context.site.limits.contactShare, TIMES_USUAL * (usual ?? 0))) return [];
      const elsewhere = usual === undefined ? '' : `, where ${percent(usual)} % are usual`;
      return {
        ...about(article),
        rule: deadEnd.name,
        severity: 'warning',
        message:
          `${stuck} of its last ${views} readers went on to look for a person: ` +
          `${rangeInWords(figure)}${elsewhere}.`,
        hint: 'Ask those who answer what these readers want to know, and say it here or link to where it is said.',
        impact: figure.value * readersOf(article, context),
        figure,
      };
    });
  },
};

interface Readers {
  /** Those who went on to a person without an answer. */
  stuck: number;
  views: number;
}

/** Those among all readers of the same days. Signals get lost one by one. */
function leftOver({ contacts, solved, views = 0 }: ContactFeedback): Readers {
  return { stuck: Math.min(views, Math.max(0, contacts - solved)), views };
}

function sumOf(rows: readonly Readers[]): Readers {
  return {
    stuck: rows.reduce((sum, one) => sum + one.stuck, 0),
    views: rows.reduce((sum, one) => sum + one.views, 0),
  };
}

function shareOf({ stuck, views }: Readers): number | undefined {
  return views > 0 ? stuck / views : undefined;
}
