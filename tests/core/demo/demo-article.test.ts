import { expect, test } from 'vitest';
import { demoArticles, versionAt } from '../../../src/core/demo/demo-article.ts';

const ARTICLES = ['en', 'de'].flatMap((locale) =>
  Array.from({ length: 60 }, (_, place) => ({
    id: `billing/article-${place}`,
    locale,
    category: 'billing',
    revision: `a00000000${100 + place}`,
  })),
);
const STORIES = demoArticles(ARTICLES, ['en', 'de'], 0.99, 'kundig');
const byPopularity = STORIES.toSorted((a, b) => b.popularity - a.popularity);

test('an edit of the last week made the most read article worse, and the next one better', () => {
  const shares = byPopularity
    .slice(0, 2)
    .map((article) => [0.5, 0.989, 0.99, 1].map((passed) => versionAt(article, passed).share));
  expect(shares).toEqual([
    [0.88, 0.88, 0.36, 0.36],
    [0.42, 0.42, 0.88, 0.88],
  ]);
});

test('readers find the present wording at the end, and an earlier one before an edit', () => {
  for (const article of STORIES) {
    expect(versionAt(article, 1).revision).toBe(article.revision);
    const edited = article.versions.length > 1;
    expect(versionAt(article, 0).revision === article.revision).toBe(!edited);
    for (const { revision, share } of article.versions) {
      expect(revision).toMatch(/^[0-9a-f]{12}$/);
      expect(share).toBeGreaterThan(0.1);
      expect(share).toBeLessThan(0.96);
    }
  }
});

test('few articles are read by most, translations less, and some help few or were edited', () => {
  const [first, ...rest] = byPopularity;
  expect(STORIES.reduce((sum, { popularity }) => sum + popularity, 0)).toBeCloseTo(1);
  expect(first?.popularity).toBeGreaterThan(10 * (rest.at(-1)?.popularity ?? 1));
  const read = (locale: string) =>
    STORIES.filter((one) => one.locale === locale).reduce((sum, { popularity }) => sum + popularity, 0);
  expect(read('en')).toBeGreaterThan(1.5 * read('de'));
  expect(STORIES.filter(({ versions }) => versions.length > 1).length).toBeGreaterThan(10);
  expect(STORIES.filter((one) => versionAt(one, 1).share < 0.5).length).toBeGreaterThan(4);
});

test('an article more leaves the stories of the others as they are, but for the two that are read most', () => {
  const more = { id: 'billing/another', locale: 'en', category: 'billing', revision: 'a00000000999' };
  const stories = demoArticles([more, ...ARTICLES], ['en', 'de'], 0.99, 'kundig');
  const told = (list: typeof STORIES) =>
    new Map(list.map(({ locale, id, versions, weakness }) => [`${locale} ${id}`, { versions, weakness }]));
  const before = told(STORIES);
  const changed = [...told(stories)].filter(
    ([name, story]) => JSON.stringify(story) !== JSON.stringify(before.get(name)),
  );
  expect(changed.length).toBeLessThanOrEqual(5);
});
