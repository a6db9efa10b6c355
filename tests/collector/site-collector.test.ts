import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSiteCollector } from '../../src/collector/site-collector.ts';
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

async function collectorOf(settings: object = {}, more: { siteAddress?: string; dist?: string } = {}) {
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
    content: { survey, articles: [published, draft], categories: [] },
    store,
    siteAddress: '/help',
    now: () => new Date('2026-03-01T10:00:00Z'),
    ...more,
  });
}

type Collector = Awaited<ReturnType<typeof collectorOf>>;

async function vote(collector: Collector, article: string, headers: Record<string, string> = {}) {
  return collector.request('/api/votes', {
    method: 'POST',
    body: new URLSearchParams({
      article,
      locale: 'de',
      revision: '0123456789ab',
      helpful: 'true',
    }).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
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
      headers: { 'Content-Type': 'application/json' },
    });
  expect((await send(await collectorOf())).status).toBe(201);
  expect((await send(await collectorOf({ feedback: { survey: false } }))).status).toBe(404);
});
