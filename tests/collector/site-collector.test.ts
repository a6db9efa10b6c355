import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSiteCollector } from '../../src/collector/site-collector.ts';
import type { Content } from '../../src/core/content.ts';
import { siteSchema } from '../../src/core/site.ts';
import { openStore } from '../../src/stores/open.ts';
import { anArticle } from '../core/an-article.ts';
import { answers } from '../stores/submissions.ts';
import { survey } from './help-centre.ts';
import { linksOf } from './html-page.ts';

const published = anArticle({
  id: 'billing/refund',
  locale: 'de',
  category: 'abrechnung',
  slug: 'erstattung',
});
const draft = anArticle({
  id: 'billing/new',
  locale: 'de',
  category: 'abrechnung',
  slug: 'neu',
  frontmatter: { draft: true },
});

const category = {
  ...{ id: 'billing', locale: 'de', folder: 'abrechnung', title: 'Abrechnung', description: 'Geld.' },
  icon: 'book' as const,
};

async function collectorOf(
  settings: object = {},
  more: { siteAddress?: string; dist?: string; content?: Pick<Content, 'survey'> } = {},
) {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const site = siteSchema.parse({
    title: { de: 'Hilfe' },
    url: 'https://example.com/help',
    locales: ['de'],
    ...settings,
  });
  return createSiteCollector({
    site,
    store,
    siteAddress: '/help',
    now: () => new Date('2026-03-01T10:00:00Z'),
    ...more,
    content: { survey, ...more.content, articles: [published, draft], categories: [category] },
  });
}

type Collector = Awaited<ReturnType<typeof collectorOf>>;

async function vote(collector: Collector, article: string, headers: Record<string, string> = {}) {
  return collector.request('/api/votes', {
    method: 'POST',
    body: new URLSearchParams({
      article,
      locale: 'de',
      revision: published.revision,
      helpful: 'true',
    }).toString(),
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: 'https://example.com',
      ...headers,
    },
  });
}

test('the way back leads to published articles, below the path of the site', async () => {
  const collector = await collectorOf();
  const links = async (article: string) => linksOf(await (await vote(collector, article)).text());
  expect(await links('billing/refund')).toEqual(['/help/de/abrechnung/erstattung/', '/help/de/']);
  expect(await links('billing/new')).toEqual(['/help/de/']);
  expect(await links('billing/gone')).toEqual(['/help/de/']);
});

test('the frame of the built site is taken, and missed without harm', async () => {
  const dist = await mkdtemp(path.join(tmpdir(), 'kundig-frame-'));
  onTestFinished(() => rm(dist, { recursive: true }));
  const collector = await collectorOf({}, { dist });
  expect(await (await vote(collector, 'billing/refund')).text()).toMatch(/^<!doctype html>/);
  await mkdir(path.join(dist, 'de/feedback'), { recursive: true });
  await writeFile(path.join(dist, 'de/feedback/index.html'), '<main><!--kundig:page--></main>');
  expect(await (await vote(collector, 'billing/refund')).text()).toMatch(/^<main><h1>/);
});

test('the site and the collector’s own address may send', async () => {
  const collector = await collectorOf({ collector: 'https://feedback.example.com/votes' });
  for (const [origin, status] of [
    ['https://example.com', 201],
    ['https://feedback.example.com', 201],
    ['https://example.org', 403],
  ] as const) {
    expect((await vote(collector, 'billing/refund', { Origin: origin })).status).toBe(status);
  }
});

test('a site that asks no survey takes no answers', async () => {
  const send = (collector: Collector) =>
    collector.request('/api/answers', {
      method: 'POST',
      body: JSON.stringify(answers(1)),
      headers: { 'Content-Type': 'application/json', Origin: 'https://example.com' },
    });
  expect((await send(await collectorOf())).status).toBe(201);
  expect((await send(await collectorOf({ feedback: { survey: false } }))).status).toBe(404);
});

test('votes are taken on what the content publishes, and on nothing else', async () => {
  const collector = await collectorOf();
  expect((await vote(collector, 'billing/refund')).status).toBe(201);
  expect((await vote(collector, 'billing/new')).status).toBe(400);
  expect((await vote(collector, 'billing/gone')).status).toBe(400);
});

test('a question for readers of a category is asked of those who come from it, by its id or its folder', async () => {
  const asking = async (named: string, article: string) => {
    const questions = survey.questions.map((question) =>
      question.id === 'right' ? { ...question, shownIf: { category: [named] } } : question,
    );
    const collector = await collectorOf({}, { content: { survey: { ...survey, questions } } });
    const response = await collector.request('/api/answers', {
      method: 'POST',
      body: JSON.stringify(answers(1, { article, answers: { nps: 9, right: 4 } })),
      headers: { 'Content-Type': 'application/json', Origin: 'https://example.com' },
    });
    return (await response.json()).leftOut ?? [];
  };
  expect(await asking('billing', 'billing/refund')).toEqual([]);
  expect(await asking('abrechnung', 'billing/refund')).toEqual([]);
  expect(await asking('orders', 'billing/refund')).toEqual(['right']);
});
