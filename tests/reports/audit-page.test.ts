import { describe, expect, test } from 'vitest';
import { auditPage } from '../../src/reports/audit-page/audit-page.ts';
import { anArticle } from '../core/an-article.ts';
import {
  anAuditReport,
  aVoteSeries,
  HOSTILE,
  READABILITY,
  SEARCH_GAP,
  saying,
  UNHELPFUL,
  weeksOf,
} from './an-audit-report.ts';

const FULL = auditPage(anAuditReport([UNHELPFUL, SEARCH_GAP, READABILITY], { found: 43 }));

/** What a reader of the page sees. */
function textOf(page: string): string {
  return page
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
}

describe('the page of the audit', () => {
  test('says of each finding what is wrong, what to do, whom it concerns and what readers wrote', () => {
    const text = textOf(FULL);
    expect(text).toContain(
      '1 error, 1 warning, 1 hint in 3 files. Looked at 2 articles and 40 votes on 1 August 2026. These are the first 3 of 43.',
    );
    expect(text).toContain(
      'error unhelpful 1. Get a refund It helped 12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers). ' +
        'What to do: Compare it with the product as it is today. Step 3 is missing. 12 Jul 2026 e0f3 There is no such button. 30 Jun 2026 a1b2',
    );
    expect(text).toContain('Owner billing-team Language English Since 4 May 2026 Readers affected about 900');
    expect(text).toContain(
      'To copy into content/synonyms.yaml en: - [money back, refund] Language English Readers affected about 31 File synonyms.yaml:1',
    );
  });

  test('links an article to its page, and its file to where writers edit it', () => {
    const site = { ...anAuditReport([]).site, editUrl: 'https://forge.example/edit/{path}' };
    const page = auditPage(anAuditReport([UNHELPFUL], { site }));
    expect(page).toContain(
      '<a href="https://help.example.com/en/billing/refund/" lang="en">Get a refund</a>',
    );
    expect(page).toContain(
      '<a href="https://forge.example/edit/en/billing/refund.md"><code>en/billing/refund.md:2</code></a>',
    );
  });

  test('explains the rules that speak, and no others', () => {
    expect(FULL).toContain('<dt id="rule-search-gap">search-gap</dt>');
    const one = auditPage(anAuditReport([{ ...READABILITY, rule: 'odd' }]));
    expect(one).not.toContain('id="rule-');
    expect(one).not.toContain('href="#rule-odd"');
  });

  test('has something to choose from only where findings differ', () => {
    const idsIn = (page: string) => [...page.matchAll(/<select id="(\w+)"/g)].map((match) => match[1]);
    expect(idsIn(FULL)).toEqual(['owner', 'severity', 'rule', 'locale']);
    expect(idsIn(auditPage(anAuditReport([UNHELPFUL, { ...UNHELPFUL, rule: 'got-worse' }])))).toEqual([
      'rule',
    ]);
    expect(idsIn(auditPage(anAuditReport([UNHELPFUL])))).toEqual([]);
  });

  test('is kind where there is nothing to mend', () => {
    expect(textOf(auditPage(anAuditReport([])))).toContain(
      'Nothing to mend. Looked at 2 articles and 40 votes on 1 August 2026. Come back when readers have voted',
    );
  });
});

describe('the picture of an article’s votes', () => {
  const captionOf = (series: Parameters<typeof anAuditReport>[1]) =>
    textOf(/<figcaption>(Helped[^<]*)/.exec(auditPage(anAuditReport([UNHELPFUL], series)))?.[1] ?? '');
  const since = aVoteSeries('2026-03-16', weeksOf('2026-03-17', 10, 3, 7));

  test('says in words what it shows, before and since the text changed', () => {
    expect(captionOf({})).toBe(
      'Helped 80 % of 50 (67 to 89 %) before 16 Mar 2026; 30 % of 100 (22 to 40 %) since then.',
    );
    expect(captionOf({ series: new Map([['en/billing/refund.md', { current: since }]]) })).toBe(
      'Helped 30 % of 100 (22 to 40 %).',
    );
  });

  test('has a line for each series and a mark where the text changed, not where it began', () => {
    expect(FULL.match(/<polyline/g)).toHaveLength(2);
    expect(FULL.match(/class="change"/g)).toHaveLength(1);
    expect(FULL).toContain('<line class="change" x1="50%" x2="50%"');
  });

  test('is not there without votes', () => {
    const none = { current: aVoteSeries('2026-03-16', []) };
    const page = auditPage(anAuditReport([UNHELPFUL], { series: new Map([['en/billing/refund.md', none]]) }));
    expect(page).not.toContain('<svg');
  });
});

describe.each([
  { name: 'full page', page: FULL, count: 3 },
  { name: 'empty page', page: auditPage(anAuditReport([])), count: 0 },
  {
    name: 'page of what strangers wrote',
    page: auditPage(anAuditReport(HOSTILE.map(saying))),
    count: HOSTILE.length,
  },
])('the $name', ({ page, count }) => {
  test('is one page that needs nothing else and leads only to the help centre', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[\w+/]{43}='">/,
    );
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(
      page.match(/<(?:script\s|link|iframe|img|form|b|details)[\s>]|<[^>]*\s(?:src|on\w+)=|url\(|@import/),
    ).toBeNull();
    const targets = [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !/^#|^https:\/\/help\.example\.com\//.test(target))).toEqual([]);
  });

  test('has one entry a finding, its headings in order, and leads only to places that exist, each once', () => {
    expect(page.match(/<li class="work /g)?.length ?? 0).toBe(count);
    const depths = [...page.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
    expect(depths).toEqual([1, ...Array(count > 0 ? count + 1 : 0).fill(2)]);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(page.replace(/<script>[\s\S]*<\/script>/, '')).not.toMatch(/undefined|NaN|\[object|false/);
  });
});

test('a thousand findings, each with the trend of its article, make a page that a browser opens', () => {
  const articles = Array.from({ length: 1000 }, (_, index) => anArticle({ id: `billing/refund-${index}` }));
  const series = anAuditReport([]).series.get('en/billing/refund.md');
  const page = auditPage(
    anAuditReport(
      articles.map(({ id, path }) => ({ ...UNHELPFUL, article: id, file: path })),
      { articles, series: new Map(articles.flatMap(({ path }) => (series ? [[path, series]] : []))) },
    ),
  );
  expect(page.length).toBeLessThan(4_000_000);
});
