import { describe, expect, test } from 'vitest';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { SITE, work } from './work.ts';

const HARD =
  'Notwithstanding contractual obligations, administrative responsibilities necessitate comprehensive documentation.';
const PLAIN = 'Open the shop and choose the thing that you want to bring back to us.';

/** An article with a passage a line from line 8 on. */
function article(passages: string[], locale = 'en') {
  return anArticle({
    locale,
    frontmatter: { owner: 'writers', reviewed: '2026-07-01' },
    outline: {
      headings: [],
      anchors: [],
      links: [],
      images: [],
      sections: [],
      passages: passages.map((text, index) => ({ text, line: index + 8 })),
    },
  });
}

describe('readability', () => {
  test('says how hard it is, at the line of the longest sentence', () => {
    const hard = article([
      ...Array(12).fill(HARD),
      `${HARD.slice(0, -1)}, indisputably and unquestionably.`,
      HARD,
    ]);
    const feedback = aSummary(feedbackOn(hard, { views: 100 }));
    expect(work({ articles: [hard], feedback })).toEqual([
      {
        rule: 'readability',
        severity: 'hint',
        article: 'billing/refund',
        locale: 'en',
        file: 'en/billing/refund.md',
        line: 20,
        owner: 'writers',
        message:
          'It is hard to read: a reading ease of 0, where at least 30 is wanted and 60 is plain. Its sentences have 8 words on average; the longest has 11 and begins "Notwithstanding contractual obligations, administrative responsibilities necessitate".',
        hint: 'Cut the longest sentence in two, begin with what the reader does, and take the shorter word where there is one.',
        impact: 2,
      },
    ]);
  });

  test('notices long sentences of short words', () => {
    const long = article(Array(4).fill(`${PLAIN.slice(0, -1)} and then ${PLAIN.slice(5)}`));
    expect(work({ articles: [long] }).map(({ message }) => message)).toEqual([
      'It is hard to read: sentences of more than 25 words. They have 31 words on average; ' +
        'the longest has 31 and begins "Open the shop and choose the".',
    ]);
  });

  test.each([
    ['plain texts', article(Array(10).fill(PLAIN))],
    ['texts of fewer than a hundred words', article(Array(9).fill(HARD))],
    ['other languages', article(Array(20).fill(HARD), 'fr')],
    ['texts without sentences', article(Array(20).fill(HARD.slice(0, -1)))],
  ])('says nothing of %s', (_, one) => {
    const site = { ...SITE, locales: ['en', 'fr'] };
    expect(work({ articles: [one], content: { site } })).toEqual([]);
  });

  test('takes its limits from the site, each language its own', () => {
    const plain = Array(10).fill(PLAIN);
    const middling = Array(10).fill(
      'Customers cancel their agreements before the period of cancellation is over.',
    );
    const limits = { ...SITE.limits, readingEase: { en: 90, de: 0 } };
    const site = { ...SITE, limits };
    const found = work({ articles: [article(middling), article(middling, 'de')], content: { site } });
    expect(found.map(({ file }) => file)).toEqual(['en/billing/refund.md']);
    const short = { ...SITE, limits: { ...SITE.limits, sentenceLength: 14 } };
    expect(work({ articles: [article(plain)], content: { site: short } })).toHaveLength(1);
  });
});
