import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import { anArticle } from '../an-article.ts';
import { work } from './work.ts';

/** Words that no two articles share, so that none is related to another. */
const WORDS = [
  'Alder',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Gum',
  'Hazel',
  'Ivy',
  'Juniper',
  'Kauri',
  'Larch',
];

function article(index: number, frontmatter: Article['frontmatter'] | object = {}, locale = 'en'): Article {
  const word = WORDS[index] ?? '';
  const about = { title: word, description: `${word}wood`, reviewed: '2026-07-01' };
  return anArticle({ id: `trees/${word.toLowerCase()}`, locale, frontmatter: { ...about, ...frontmatter } });
}

function linking(from: Article, to: string): Article {
  return { ...from, outline: { ...from.outline, links: [{ target: to, line: 9 }] } };
}

/** The last article of a category, after so many others; each of these is linked to by the one before it. */
function category(count: number, last: Article): Article[] {
  const others = Array.from({ length: count }, (_, index) =>
    linking(article(index), `${WORDS[(index + 1) % count]?.toLowerCase()}.md`),
  );
  return [...others, last];
}

function orphans(articles: Article[]): string[] {
  return work({ articles }).flatMap(({ rule, file }) => (rule === 'orphan' ? [file] : []));
}

describe('orphan', () => {
  test('names an article that only the search and a long list lead to', () => {
    expect(work({ articles: category(10, article(10, { owner: 'foresters' })) })).toEqual([
      {
        rule: 'orphan',
        severity: 'hint',
        article: 'trees/kauri',
        locale: 'en',
        file: 'en/trees/kauri.md',
        line: 2,
        owner: 'foresters',
        message:
          'No other article links to it or shows it as related: only the search and the list of its category ' +
          '(11 articles) lead to it.',
        hint: 'Link to it from the article that readers have open when they need it, or give both the same `tags`.',
        impact: 0,
      },
    ]);
  });

  test('says nothing of a category that readers see at a glance', () => {
    expect(orphans(category(9, article(10)))).toEqual([]);
  });

  test('counts the articles of its own language', () => {
    const german = WORDS.slice(0, 5).map((_, index) => article(index, {}, 'de'));
    expect(orphans([...category(9, article(10)), ...german])).toEqual([]);
  });

  test.each([
    ['links to it', (others: Article[]) => linking(others[0] as Article, 'kauri.md'), article(10)],
    ['shows it as related', () => article(0, { tags: ['conifer'] }), article(10, { tags: ['conifer'] })],
    [
      'is needed, since the home page has it',
      (others: Article[]) => others[0] as Article,
      article(10, { featured: true }),
    ],
  ])('is no article to which another %s', (_, first, last) => {
    const articles = category(10, last);
    // The first keeps its link, so that its successor does not become an orphan.
    const changed = first(articles);
    const links = [...(articles[0]?.outline.links ?? []), ...changed.outline.links];
    articles[0] = { ...changed, outline: { ...changed.outline, links } };
    expect(orphans(articles)).toEqual([]);
  });

  test('does not count the link of a translation', () => {
    const german = linking(article(0, {}, 'de'), '../../en/trees/kauri.md');
    expect(orphans([...category(10, article(10)), german])).toEqual(['en/trees/kauri.md']);
  });

  test('does not count its own link, nor that of a draft', () => {
    const itself = linking(article(10), 'kauri.md');
    const draft = linking(article(11, { draft: true }), 'kauri.md');
    expect(orphans([...category(10, itself), draft])).toEqual(['en/trees/kauri.md']);
  });
});
