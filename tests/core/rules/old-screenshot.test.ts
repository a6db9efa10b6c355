import { describe, expect, test } from 'vitest';
import { productsSchema } from '../../../src/core/products.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { work } from './work.ts';

const products = productsSchema.parse({ app: { screens: { billing: '2026-05-02', later: '2026-12-01' } } });
const IMAGE = 'en/billing/images/pay.png';

function showing(screenshot: { taken?: string; screen?: string; image?: string }) {
  const image = screenshot.image ?? 'images/pay.png';
  return anArticle({
    frontmatter: {
      owner: 'apps',
      screenshots: [{ screen: 'app/billing', image, ...screenshot }],
      reviewed: '2026-07-01',
    },
    outline: {
      headings: [],
      anchors: [],
      links: [],
      images: [{ source: image, alternative: 'The button', line: 20 }],
      sections: [],
    },
  });
}

describe('old-screenshot', () => {
  test('names the picture, its day and the day of the screen, at the line of the picture', () => {
    const article = showing({ taken: '2026-01-10' });
    const feedback = aSummary(feedbackOn(article, { views: 50 }));
    expect(work({ articles: [article], feedback, content: { products } })).toEqual([
      {
        rule: 'old-screenshot',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'en',
        file: 'en/billing/refund.md',
        line: 20,
        owner: 'apps',
        message: 'The picture images/pay.png is of 2026-01-10; its screen app/billing changed on 2026-05-02.',
        hint: 'Take the picture again, replace the file, and set `taken: 2026-08-01`.',
        impact: 5,
        since: '2026-05-02',
      },
    ]);
  });

  test.each([
    ['taken the day before the change', { taken: '2026-05-01' }, [], 1],
    ['taken on the day of the change', { taken: '2026-05-02' }, [], 0],
    ['committed before the change', {}, ['2026-05-01', '2026-01-01'], 1],
    ['committed again after the change', {}, ['2026-05-03', '2026-01-01'], 0],
    ['committed again, but taken before the change', { taken: '2026-01-01' }, ['2026-05-03'], 1],
    ['taken on a day to come', { taken: '2030-01-01' }, ['2026-01-01'], 1],
    ['of a screen that will change', { taken: '2026-01-01', screen: 'app/later' }, [], 0],
    ['of an unknown screen', { taken: '2026-01-01', screen: 'web/billing' }, [], 0],
    ['of unknown age', {}, [], 0],
    ['in the folder of the site', { image: '/pay.png' }, ['2026-01-01'], 0],
  ])('a picture %s', (_, screenshot, days, count) => {
    const found = work({
      articles: [showing(screenshot)],
      content: { products },
      commits: { [IMAGE]: days },
    });
    expect(found.map(({ rule }) => rule)).toEqual(Array(count).fill('old-screenshot'));
  });

  test('needs no day from a writer who has not given one', () => {
    const found = work({
      articles: [showing({})],
      content: { products },
      commits: { [IMAGE]: ['2026-01-01'] },
    });
    expect(found).toMatchObject([{ hint: 'Take the picture again, and replace the file.' }]);
  });

  test('says nothing where there is no products.yaml', () => {
    expect(work({ articles: [showing({ taken: '2026-01-10' })] })).toEqual([]);
  });
});
