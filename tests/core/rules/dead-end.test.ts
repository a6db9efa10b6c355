import { describe, expect, test } from 'vitest';
import { siteSchema } from '../../../src/core/site.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { named, SITE, work } from './work.ts';

const article = anArticle({ frontmatter: { owner: 'billing-team' } });
const other = anArticle({ id: 'billing/invoice' });

/** What readers of the article and of another one did. */
function contacts(here: [contacts: number, solved: number, views?: number], elsewhere = [20, 0, 2000]) {
  const [asked = 0, solved = 0, views] = here;
  const [otherAsked = 0, otherSolved = 0, otherViews] = elsewhere;
  return {
    ...aSummary(feedbackOn(article, { views: 1000 })),
    contacts: [
      { article: article.id, locale: 'en', contacts: asked, solved, ...(views !== undefined && { views }) },
      { article: other.id, locale: 'en', contacts: otherAsked, solved: otherSolved, views: otherViews ?? 0 },
    ],
  };
}

describe('dead-end', () => {
  test('says how many readers went on to a person, and how many usually do', () => {
    const feedback = contacts([50, 10, 300]);
    expect(work({ articles: [article, other], feedback })).toEqual([
      {
        rule: 'dead-end',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'en',
        file: 'en/billing/refund.md',
        line: 2,
        owner: 'billing-team',
        message:
          '40 of its last 300 readers went on to look for a person: 13 % (probably 10 to 18 %), where 1 % are usual.',
        hint: 'Ask those who answer what these readers want to know, and say it here or link to where it is said.',
        impact: expect.closeTo((1000 * 40) / 300, 6),
        figure: { value: 40 / 300, low: expect.closeTo(0.0995, 4), high: expect.closeTo(0.1765, 4), of: 300 },
      },
    ]);
  });

  test.each([
    ['most of them said that it was solved', contacts([50, 35, 300])],
    ['fewer than five did', contacts([4, 0, 5])],
    ['chance may have brought so many', contacts([6, 0, 60])],
    ['views are not counted', contacts([50, 0])],
    ['nobody viewed it', contacts([50, 0, 0])],
    ['it is usual on the site', contacts([40, 0, 300], [200, 0, 2000])],
  ])('is silent where %s', (_, feedback) => {
    expect(work({ articles: [article, other], feedback })).toEqual([]);
  });

  test('compares an article that most readers read with the others, not with itself', () => {
    const feedback = contacts([60, 0, 300], [1, 0, 100]);
    expect(named(work({ articles: [article, other], feedback }))).toEqual(['dead-end en/billing/refund.md']);
    const alone = work({ articles: [article, other], feedback: contacts([60, 0, 300], [0, 0, 0]) });
    expect(alone.map(({ message }) => message)).toEqual([
      '60 of its last 300 readers went on to look for a person: 20 % (probably 16 to 25 %).',
    ]);
  });

  test('bears solutions whose way was not counted, and more ways than views', () => {
    expect(work({ articles: [article, other], feedback: contacts([0, 9, 300]) })).toEqual([]);
    expect(work({ articles: [article, other], feedback: contacts([400, 0, 300]) })).toMatchObject([
      { figure: { value: 1, of: 300 } },
    ]);
  });

  test('goes by the share that the site bears, and by the language', () => {
    const feedback = contacts([40, 0, 300]);
    const site = siteSchema.parse({ ...SITE, limits: { contactShare: 0.2 } });
    expect(work({ articles: [article, other], feedback, content: { site } })).toEqual([]);
    const german = anArticle({ locale: 'de' });
    expect(named(work({ articles: [article, german], feedback }))).toEqual(['dead-end en/billing/refund.md']);
  });
});
