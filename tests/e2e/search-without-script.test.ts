import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { barriersOn } from './barriers.ts';
import { serveSample } from './served-sample.ts';

const sample = serveSample();
const WITHOUT_SCRIPT = { javaScriptEnabled: false };

test('results come as with script: topic, kind, section, and the words of the query', async () => {
  const page = await sample.open('/en/', WITHOUT_SCRIPT);
  await page.getByRole('searchbox').fill('synonyms');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL('**/en/search/?q=synonyms');
  const withScript = await sample.open('/en/search/?q=synonyms');
  const textOf = async (one: Page) =>
    (await one.locator('ol > li').first().textContent())?.replace(/\s+/g, '');
  const ids = (links: Element[]) => links.map((link) => (link as HTMLElement).dataset.article);
  await withScript.locator('ol a[data-article]').first().waitFor();
  const expected = await withScript.locator('ol a[data-article]').evaluateAll(ids);
  expect(await page.locator('ol a[data-article]').evaluateAll(ids)).toEqual(expected);
  expect(await textOf(page)).toBe(await textOf(withScript));
  expect(await page.locator('ol mark').count()).toBeGreaterThan(0);
  await page.context().close();
  await withScript.context().close();
});

test('a corrected query is said, with what was typed one click away', async () => {
  const page = await sample.open(`/de/search/?q=${encodeURIComponent('umfarge ändern')}`, WITHOUT_SCRIPT);
  await page.locator('.search-status', { hasText: '„umfrage ändern“' }).waitFor();
  await page.getByRole('link', { name: 'Stattdessen nach „umfarge ändern“ suchen' }).click();
  await page.locator('.search-status', { hasText: '„umfarge ändern“' }).waitFor();
  await page.context().close();
});

test('where nothing is found stand the topics and the way to a person', async () => {
  const page = await sample.open('/en/search/?q=xyzzyqqq', WITHOUT_SCRIPT);
  await page.locator('.search-status', { hasText: 'we found nothing for “xyzzyqqq”' }).waitFor();
  expect(await page.locator('.all-articles summary').count()).toBeGreaterThan(5);
  expect(await page.getByRole('link', { name: 'Talk to a person' }).isVisible()).toBe(true);
  await page.context().close();
});

test('what was typed is never markup', async () => {
  const page = await sample.open(
    `/en/search/?q=${encodeURIComponent('<img src=x> "votes" &amp; $&')}`,
    WITHOUT_SCRIPT,
  );
  expect(await page.locator('noscript .search-status').textContent()).toContain('src=x>');
  expect(await page.getByRole('searchbox').inputValue()).toBe('<img src=x> "votes" &amp; $&');
  expect(await page.locator('main img').count()).toBe(0);
  await page.context().close();
});

test('on a host that only delivers files stand the topics', async () => {
  const page = await sample.open('/en/search/index.html?q=votes', WITHOUT_SCRIPT);
  expect(await page.locator('.all-articles summary').first().isVisible()).toBe(true);
  await page.context().close();
});

test('a help centre without script has no findings of axe either', async () => {
  // axe is a script itself: the answer is loaded into a page that runs scripts, with its noscript part as content.
  const address = `/en/search/?q=${encodeURIComponent('what is kundig')}`;
  const page = await sample.open('/en/404/');
  const html = await (await page.request.get(`${sample.address}${address}`)).text();
  await page.route('**/as-without-script/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: html.replace(/<\/?noscript>/g, '').replace(/<script\b[^>]*><\/script>/g, ''),
    }),
  );
  await page.goto(`${sample.address}/as-without-script/`);
  await page.locator('ol a[data-article]').first().waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.context().close();
});
