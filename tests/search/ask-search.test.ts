import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontmatterSchema } from '../../src/core/article.ts';
import { NO_FEEDBACK, type SearchLead } from '../../src/core/audit-feedback/audit-feedback.ts';
import type { Content } from '../../src/core/content.ts';
import type { SearchSummary } from '../../src/core/feedback.ts';
import type { Finding } from '../../src/core/finding.ts';
import { findWork } from '../../src/core/rules/index.ts';
import { synonymsSchema } from '../../src/core/synonyms.ts';
import { readArticle } from '../../src/readers/article-file.ts';
import { splitFrontmatter } from '../../src/readers/frontmatter.ts';
import { askSearch } from '../../src/search/ask-search.ts';
import { SITE as SETTINGS } from '../core/rules/work.ts';
import { others, smallContent, smallIndex, type Writing } from './small-index.ts';

const TODAY = '2026-08-01';
const CATEGORIES = { account: 'Your account', billing: 'Billing', other: 'Other' };
const SITE: Writing[] = [
  { id: 'account/delete', title: 'Delete your account', text: 'You can delete your account at any time.' },
  { id: 'account/password', title: 'Change your password', text: 'Choose a long password.' },
  { id: 'billing/invoice', title: 'Download an invoice', text: 'All invoices stand under Billing.' },
  { id: 'billing/refund', title: 'Get a refund', text: 'The money comes back within 14 days.' },
  ...others(),
];

/** Searches for a phrase of which none led to an article. */
function inVain(query: string, searches: number, withoutResult = searches): SearchSummary {
  return { locale: 'en', query, searches, withoutResult, ignored: searches - withoutResult };
}

async function gapsIn(
  searches: SearchSummary[],
  leads: SearchLead[] = [],
  synonyms: string[][] = [],
  writings = SITE,
): Promise<Finding[]> {
  const { content } = smallContent(writings, { categories: CATEGORIES, synonyms });
  return work(content, searches, leads);
}

async function work(
  content: Content,
  searches: SearchSummary[],
  leads: SearchLead[] = [],
): Promise<Finding[]> {
  const feedback = { ...NO_FEEDBACK, searches, leads };
  const { findings } = findWork({
    content,
    site: content.site ?? SETTINGS,
    feedback,
    series: new Map(),
    history: { commits: new Map() },
    today: TODAY,
    missing: new Set(),
    ...(await askSearch(content, feedback, TODAY)),
  });
  return findings.filter(({ rule }) => rule === 'search-gap');
}

test('a word that no article knows is proposed as a synonym, and the line makes search find the article', async () => {
  const [gap, ...more] = await gapsIn([
    inVain('delete profile', 20, 14),
    inVain('how to delete my profile', 10, 6),
  ]);
  expect(more).toEqual([]);
  expect(gap).toEqual({
    rule: 'search-gap',
    severity: 'warning',
    article: 'account/delete',
    locale: 'en',
    file: 'en/account/delete.md',
    line: 5,
    owner: undefined,
    message:
      '30 searches for “delete profile”, also “how to delete my profile”: 20 found nothing, after 10 no result was ' +
      'opened. That is 100 % without an answer (probably 89 to 100 %).',
    hint:
      'If “Delete your account” answers them, add the line in synonyms.yaml, so that “profile” finds what “account” ' +
      'finds; if not, the article is missing.',
    proposal: { file: 'synonyms.yaml', text: 'en:\n  - [account, profile]\n' },
    impact: 30,
    figure: { value: 1, low: expect.closeTo(0.886, 3), high: 1, of: 30 },
  });
  const synonyms = synonymsSchema.parse(parse(gap?.proposal?.text ?? ''));
  const before = await smallIndex(SITE);
  expect(await before.ids('profile')).toEqual([]);
  const after = await smallIndex(SITE, { synonyms: synonyms.en ?? [] });
  expect((await after.ids('profile'))[0]).toBe('account/delete');
});

test('a group of synonyms that has the word is made longer', async () => {
  const [gap] = await gapsIn(
    [inVain('delete profile', 9)],
    [],
    [
      ['password', 'code'],
      ['account', 'log-in'],
    ],
  );
  expect(gap?.proposal).toEqual({ file: 'synonyms.yaml', text: 'en:\n  - [account, log-in, profile]\n' });
  expect(gap?.hint).toContain('lengthen the line in synonyms.yaml');
});

test('an article that readers found after all gets their words as questions, and search finds it by them', async () => {
  const searches = [inVain('vat receipt for tax office', 12), inVain('tax office vat receipt', 7)];
  const lead = { locale: 'en', query: 'vat receipt for tax office' };
  const leads = [
    { ...lead, article: 'billing/invoice', opens: 3 },
    { ...lead, article: 'account/delete', opens: 1 },
  ];
  const [gap] = await gapsIn(searches, leads);
  expect(gap).toMatchObject({
    article: 'billing/invoice',
    file: 'en/billing/invoice.md',
    hint: '“Download an invoice” seems to hold the answer. If it answers them, add these `questions` to its frontmatter; if not, the article is missing.',
    proposal: {
      file: 'en/billing/invoice.md',
      text: 'questions:\n  - vat receipt for tax office\n  - tax office vat receipt\n',
    },
  });
  expect(await (await smallIndex(SITE)).ids('tax office vat receipt')).not.toContain('billing/invoice');
  const { questions } = parse(gap?.proposal?.text ?? '');
  const after = await smallIndex(
    SITE.map((one) => (one.id === 'billing/invoice' ? { ...one, questions } : one)),
  );
  expect((await after.ids('tax office vat receipt'))[0]).toBe('billing/invoice');
});

test('an article that comes up first and is not opened does not look like the answer', async () => {
  const [gap] = await gapsIn([inVain('get my money refund', 12, 0)]);
  expect(gap).toMatchObject({
    article: 'billing/refund',
    hint: '“Get a refund” comes up first, but readers do not open it. If it answers them, add these `questions` to its frontmatter; if not, the article is missing.',
  });
});

test('an article that says the very same is asked to promise it', async () => {
  const [gap] = await gapsIn([inVain('get a refund', 12, 0)]);
  expect(gap).toMatchObject({ article: 'billing/refund' });
  expect(gap?.proposal).toBeUndefined();
  expect(gap?.hint).toBe(
    '“Get a refund” says so already and comes up at place 1: let its description promise the answer, and look whether it holds it.',
  );
});

test('where no article fits, the beginning of one is proposed, which can be read as it is', async () => {
  const [gap] = await gapsIn([
    inVain('why does the gift card not work', 9),
    inVain('gift card not working', 6),
    inVain('gift card: "not" work', 3),
  ]);
  expect(gap).toMatchObject({
    locale: 'en',
    file: 'en/billing/index.md',
    line: 1,
    hint:
      'No article clearly answers it: write one, beginning with en/billing/why-does-the-gift-card-not-work.md. ' +
      'Nearest is “Get a refund” (en/billing/refund.md): if that answers them, add their words to its `questions` instead.',
    impact: 18,
  });
  expect(gap?.article).toBeUndefined();
  const { file = '', text = '' } = gap?.proposal ?? {};
  const { article, findings } = readArticle(file, {
    text: `${text}Write.\n`,
    size: text.length,
    isBroken: false,
    hasByteOrderMark: false,
    hasWindowsLineEnds: false,
  });
  expect(findings).toEqual([]);
  expect(article).toMatchObject({
    id: 'billing/why-does-the-gift-card-not-work',
    locale: 'en',
    category: 'billing',
  });
  expect(frontmatterSchema.parse(parse(splitFrontmatter(text).yaml ?? ''))).toMatchObject({
    title: 'Why does the gift card not work',
    type: 'troubleshooting',
    questions: ['why does the gift card not work', 'gift card not working', 'gift card: "not" work'],
    draft: true,
  });
});

test('a draft stands where search finds something near, and overwrites nothing', async () => {
  const content = smallContent(SITE, { categories: CATEGORIES }).content;
  const files = new Set([
    'en/billing/invoice-blockchain-tokens.md',
    'en/billing/invoice-blockchain-tokens-2.mdx',
  ]);
  const [gap] = await work({ ...content, files }, [inVain('invoice blockchain tokens', 9)]);
  expect(gap).toMatchObject({
    file: 'en/billing/index.md',
    proposal: { file: 'en/billing/invoice-blockchain-tokens-3.md' },
  });
});

test('an article that shares a few words with the query is named, not taken for the answer', async () => {
  const [gap] = await gapsIn([inVain('money days', 12, 0)]);
  expect(gap?.article).toBeUndefined();
  expect(gap?.hint).toContain('Nearest is “Get a refund” (en/billing/refund.md)');
});

test('a word that an article knows is no synonym of another', async () => {
  const [gap] = await gapsIn([inVain('delete money', 12, 0)]);
  expect(gap?.proposal?.file).not.toBe('synonyms.yaml');
});

test('searches that found what they looked for are no gap', async () => {
  expect(await gapsIn([{ ...inVain('gift card', 50), withoutResult: 5, ignored: 5 }])).toEqual([]);
});

test('a language that the site has not is left out', async () => {
  expect(await gapsIn([{ ...inVain('gift card', 50), locale: 'fr' }])).toEqual([]);
});
