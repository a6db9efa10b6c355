import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { type Given, SITE, work } from './work.ts';

const REFUND =
  'Open your order in the shop and choose the item that you want to return. Press the button for returns, tell us the ' +
  'reason, and print the label. We pay the money back to your card within fourteen days after the parcel has arrived.';
const DELIVERY =
  'Parcels leave our warehouse on the evening of the day on which you ordered. Standard delivery takes three working ' +
  'days, express one. Follow the parcel with the number in our e-mail, and ask the carrier if it does not move.';

/** An article with a text, reviewed lately; others with other texts stand beside it, so that words have their weights. */
function article(
  id: string,
  title: string,
  text: string,
  more: {
    questions?: string[];
    redirectFrom?: string[];
    locale?: string;
    silence?: { rule: string; reason: string }[];
  } = {},
): Article {
  const { locale = 'en', ...frontmatter } = more;
  return anArticle({
    id,
    locale,
    frontmatter: { title, reviewed: '2026-07-01', ...frontmatter },
    outline: { headings: [], anchors: [], links: [], images: [], sections: [{ text }] },
  });
}

function found(articles: Article[], more: Partial<Given> = {}): string[] {
  return work({ articles, ...more }).map(({ rule, file, message }) => `${rule} ${file} ${message}`);
}

const refund = article('billing/refund', 'Get a refund', REFUND);
const delivery = article('orders/delivery', 'Track a parcel', DELIVERY);

describe('duplicate', () => {
  test('names the article with more readers, how alike they are, and the line that keeps the address', () => {
    const again = article('orders/money-back', 'Money back for returns', `${REFUND} Questions? Call us.`, {
      redirectFrom: ['/en/faq/money/'],
    });
    const feedback = aSummary(feedbackOn(refund, { views: 40 }), feedbackOn(again, { views: 60 }));
    expect(work({ articles: [refund, again, delivery], feedback })).toEqual([
      {
        rule: 'duplicate',
        severity: 'hint',
        article: 'billing/refund',
        locale: 'en',
        file: 'en/billing/refund.md',
        line: 2,
        message:
          'It says nearly the same as en/orders/money-back.md: they have 92 % of their words in common, rare ones counting more.',
        hint: 'Bring over what only this one says, delete it, and let its address lead there; or say in both titles what tells them apart.',
        impact: 2,
        proposal: {
          file: 'en/orders/money-back.md',
          text: 'redirectFrom: [/en/faq/money/, /en/billing/refund/]',
        },
      },
    ]);
  });

  test.each([60, 20])('is silenced by either of two, whichever has more readers: %d views', (views) => {
    const silence = [{ rule: 'duplicate', reason: 'Two shops' }];
    const again = article('orders/money-back', 'Money back', `${REFUND} Questions? Call us.`, { silence });
    const feedback = aSummary(feedbackOn(refund, { views: 40 }), feedbackOn(again, { views }));
    expect(work({ articles: [refund, again, delivery], feedback })).toEqual([]);
  });

  test('takes the later of two that have as many readers', () => {
    const again = article('a/refund', 'Get a refund', REFUND);
    expect(found([refund, again, delivery])).toEqual([
      'duplicate en/billing/refund.md It says nearly the same as en/a/refund.md: they have 100 % of their words in common, rare ones counting more.',
    ]);
  });

  test('finds the same title in one category, whatever the texts say, and however it is put', () => {
    const again = article('billing/money', 'How do I get the refund?', DELIVERY);
    expect(found([refund, again])).toEqual([
      'duplicate en/billing/refund.md It answers the same question as en/billing/money.md: "Get a refund".',
    ]);
  });

  test('lets two categories have an article of the same title, and one category two with the same question', () => {
    const elsewhere = article('orders/refund', 'Get a refund', DELIVERY);
    expect(found([refund, elsewhere])).toEqual([]);
    const asked = { questions: ['When do I have my money?'] };
    const one = article('billing/refund', 'Get a refund', REFUND, asked);
    expect(found([one, article('billing/delivery', 'Track a parcel', DELIVERY, asked)])).toEqual([]);
  });

  test('finds the same question in two categories only where the texts are somewhat alike', () => {
    const asked = { questions: ['When do I have my money?'] };
    const one = article('billing/refund', 'Get a refund', REFUND, asked);
    const unlike = article('orders/delivery', 'Track a parcel', DELIVERY, asked);
    expect(found([one, unlike])).toEqual([]);
    const half = article('orders/delivery', 'Track a parcel', `${DELIVERY} ${REFUND}`, asked);
    expect(found([one, half, article('a/other', 'Pay', 'Other words')])).toEqual([
      'duplicate en/orders/delivery.md It answers the same question as en/billing/refund.md: "When do I have my money?".',
    ]);
  });

  test.each([
    ['one template, told apart by title and text', 'Delete a group', 'Delete a page'],
    ['one template, where only one title says what tells it apart', 'Delete it', 'Delete a page'],
  ])('leaves articles alone that are made from %s', (_, one, other) => {
    const text = (thing: string) =>
      `${REFUND} Then the ${thing} is gone. Nobody can bring the ${thing} back.`;
    expect(
      found([article('a/group', one, text('group')), article('b/page', other, text('page')), delivery]),
    ).toEqual([]);
  });

  test('is not misled by titles whose words the texts do not use', () => {
    const articles = [article('a/one', 'Groups', REFUND), article('b/two', 'Pages', REFUND), delivery];
    expect(found(articles)).toHaveLength(1);
  });

  test.each([
    [
      'translations of each other',
      [refund, article('billing/refund', 'Get a refund', REFUND, { locale: 'de' })],
    ],
    [
      'articles that say hardly anything',
      [article('a/one', 'Same', 'Soon.'), article('a/two', 'Same', 'Soon.')],
    ],
    ['articles on different things', [refund, delivery]],
  ])('says nothing of %s', (_, articles) => {
    expect(found(articles)).toEqual([]);
  });

  test('takes from the site how alike is too much', () => {
    const again = article('orders/money-back', 'Money back', `${REFUND} ${DELIVERY}`);
    const strict = { ...SITE, limits: { ...SITE.limits, likeness: 0.4 } };
    expect(found([refund, again])).toEqual([]);
    expect(found([refund, again], { content: { site: strict } })).toHaveLength(1);
  });

  test('says of each of several that are alike which one it is likest to, and leaves one alone', () => {
    const copies = ['a/one', 'b/two', 'c/three'].map((id) => article(id, `Refund ${id.slice(2)}`, REFUND));
    expect(work({ articles: [...copies, delivery] }).map(({ file }) => file)).toEqual([
      'en/b/two.md',
      'en/c/three.md',
    ]);
  });
});
