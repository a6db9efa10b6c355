import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import type { Finding } from '../../../src/core/finding.ts';
import type { LinkRecord } from '../../../src/core/links/link-record.ts';
import { findWork } from '../../../src/core/rules/index.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { type Given, given } from './work.ts';

const TERMS = 'https://shop.example/terms';

/** Seen to be missing on two days, unless it is said otherwise. */
function seen(record: Partial<LinkRecord> = {}): LinkRecord {
  return {
    address: TERMS,
    state: 'dead',
    checked: '2026-07-27',
    answer: 'not-found',
    firstMissing: '2026-07-20',
    lastMissing: '2026-07-27',
    missingBecause: 'not-found',
    ...record,
  };
}

function linkingTo(target: string, ...lines: number[]): Article['outline'] {
  const links = lines.map((line) => ({ target, line }));
  return { headings: [], anchors: [], links, images: [], sections: [] };
}

function deadLinks(subject: Given, ...records: LinkRecord[]): Finding[] {
  const links = new Map(records.map((record) => [record.address, record]));
  return findWork({ ...given(subject), links }).findings.filter(({ rule }) => rule === 'dead-link');
}

describe('dead-link', () => {
  const article = anArticle({ frontmatter: { owner: 'billing-team' }, outline: linkingTo(TERMS, 12) });

  test('names the address, the days on which it was missing, and the line to mend', () => {
    const feedback = aSummary(feedbackOn(article, { helpful: 5, views: 400 }));
    expect(deadLinks({ articles: [article], feedback }, seen())).toEqual([
      {
        rule: 'dead-link',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'en',
        file: 'en/billing/refund.md',
        line: 12,
        owner: 'billing-team',
        message:
          'https://shop.example/terms is gone: on 2026-07-20 and again on 2026-07-27, there was no such page (404).',
        hint: 'Link to where it is today, or take the link out.',
        impact: 20,
        since: '2026-07-20',
      },
    ]);
  });

  test('is one finding for an article and an address, whatever the places in the page that are linked', () => {
    const outline = linkingTo(TERMS, 12, 12);
    outline.links.push({ target: `${TERMS}#fees`, line: 30 }, { target: `${TERMS}#dates`, line: 31 });
    const found = deadLinks({ articles: [anArticle({ outline })] }, seen({ missingBecause: 'gone' }));
    expect(found).toMatchObject([
      {
        line: 12,
        message: `${TERMS} is gone: on 2026-07-20 and again on 2026-07-27, the page had been taken down (410). It is on lines 12, 30 and 31.`,
      },
    ]);
  });

  test('speaks of each article that names the address', () => {
    const other = anArticle({ id: 'billing/invoice', outline: linkingTo(TERMS, 9) });
    const found = deadLinks({ articles: [article, other] }, seen({ missingBecause: 'no-such-host' }));
    expect(found.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
      `en/billing/invoice.md:9 ${TERMS} is gone: on 2026-07-20 and again on 2026-07-27, there was no such site.`,
      `en/billing/refund.md:12 ${TERMS} is gone: on 2026-07-20 and again on 2026-07-27, there was no such site.`,
    ]);
  });

  test('says what to do about a picture, and about a fact that the answer rests on', () => {
    const outline = linkingTo('', 0);
    outline.links = [];
    outline.images = [{ source: TERMS, alternative: '', line: 14 }];
    const pictured = anArticle({ id: 'a/pictured', outline });
    const resting = anArticle({
      id: 'a/resting',
      frontmatter: { reviewed: '2026-07-30', dependsOn: [{ url: TERMS }] },
    });
    const found = deadLinks({ articles: [pictured, resting] }, seen());
    expect(found.map(({ file, line, hint }) => `${file}:${line} ${hint}`)).toEqual([
      'en/a/pictured.md:14 Put the picture beside the article, or take it out.',
      'en/a/resting.md:6 Look whether the answer still holds, and name the address where the facts are today.',
    ]);
  });

  test.each([
    ['fine', seen({ state: 'fine', answer: 'found' })],
    ['missing on one day only', seen({ state: 'missing', lastMissing: '2026-07-20' })],
    ['unknown', seen({ state: 'unknown', answer: 'refused-access' })],
    ['seen to be dead after the day of the audit', seen({ lastMissing: '2026-08-02' })],
    ['another address', seen({ address: 'https://shop.example/prices' })],
  ])('is silent about an address that is %s', (_, record) => {
    expect(deadLinks({ articles: [article] }, record)).toEqual([]);
  });

  test('is silent about drafts, and where nobody has looked', () => {
    const draft = anArticle({ frontmatter: { draft: true }, outline: linkingTo(TERMS, 12) });
    expect(deadLinks({ articles: [draft] }, seen())).toEqual([]);
    expect(deadLinks({ articles: [article] })).toEqual([]);
  });
});
