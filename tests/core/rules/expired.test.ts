import { describe, expect, test } from 'vitest';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { work } from './work.ts';

describe('expired', () => {
  const offer = anArticle({ id: 'sale/offer', frontmatter: { owner: 'sales', expiresAt: '2026-07-01' } });
  const linking = (id: string, target = '../sale/offer.md') =>
    anArticle({
      id,
      outline: { headings: [], anchors: [], links: [{ target, line: 9 }], images: [], sections: [] },
    });

  test('says since when the page is gone, and what to do with its file', () => {
    expect(work({ articles: [offer] })).toEqual([
      {
        rule: 'expired',
        severity: 'hint',
        article: 'sale/offer',
        locale: 'en',
        file: 'en/sale/offer.md',
        line: 6,
        owner: 'sales',
        message: 'It left the site on 2026-07-01, and its file is still here.',
        hint: 'Delete the file, or give it a later `expiresAt`.',
        impact: 0,
        since: '2026-07-01',
      },
    ]);
  });

  test.each([
    ['2026-06-30', 0],
    ['2026-07-01', 1],
  ])('counts from the first day without the page: on %s', (today, count) => {
    expect(work({ articles: [offer], today })).toHaveLength(count);
  });

  test('names the articles whose readers still come to it, and weighs them', () => {
    const articles = [
      offer,
      linking('a/one'),
      linking('a/two', '/en/sale/offer'),
      anArticle({ id: 'a/three' }),
    ];
    const feedback = aSummary(...articles.map((one) => feedbackOn(one, { views: 100 })));
    expect(work({ articles, feedback })).toMatchObject([
      {
        severity: 'warning',
        message: 'It left the site on 2026-07-01, and en/a/one.md and en/a/two.md still link to it.',
        hint: 'Take the links out and delete the file, or give it a later `expiresAt`.',
        impact: 4,
      },
    ]);
  });

  test.each([
    [1, 'en/a/1.md still links'],
    [3, 'en/a/1.md, en/a/2.md and en/a/3.md still link'],
    [5, 'en/a/1.md, en/a/2.md, en/a/3.md and 2 more still link'],
  ])('counts what would be too many names: %i', (count, words) => {
    const articles = Array.from({ length: count }, (_, index) => linking(`a/${index + 1}`));
    expect(work({ articles: [offer, ...articles] }).map(({ message }) => message)).toEqual([
      `It left the site on 2026-07-01, and ${words} to it.`,
    ]);
  });

  test('does not count links of drafts, of other expired articles or of the article itself', () => {
    const draft = { ...linking('a/draft'), frontmatter: { ...offer.frontmatter, draft: true } };
    const gone = { ...linking('a/gone'), frontmatter: offer.frontmatter };
    const itself = { ...offer, outline: linking('x/y', 'offer.md#top').outline };
    expect(work({ articles: [itself, draft, gone] }).map(({ severity }) => severity)).toEqual([
      'hint',
      'hint',
    ]);
  });

  test('leaves drafts and languages that the site does not have alone', () => {
    const draft = anArticle({ frontmatter: { expiresAt: '2026-07-01', draft: true } });
    const french = anArticle({ locale: 'fr', frontmatter: { expiresAt: '2026-07-01' } });
    expect(work({ articles: [draft, french] })).toEqual([]);
  });
});
