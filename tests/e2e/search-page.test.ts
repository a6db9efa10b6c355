import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriersOn } from './barriers.ts';
import { eventually, serveSample, signalsOf } from './served-sample.ts';

const sample = serveSample();

const status = (page: Page) => page.locator('.search-status');
const results = (page: Page) => page.locator('ol a[data-article]');
const queryOf = (page: Page) => new URL(page.url()).searchParams.get('q');

async function answered(page: Page, query: string): Promise<void> {
  await page.locator('.search-status', { hasText: new RegExp(`[“„]${query}[”“]`) }).waitFor();
}

/** The search page with the answer to a query. */
async function asked(query: string, options: BrowserContextOptions = {}, locale = 'en'): Promise<Page> {
  const page = await sample.open(`/${locale}/search/?q=${encodeURIComponent(query)}`, options);
  await answered(page, query);
  return page;
}

async function send(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox').fill(query);
  await page.keyboard.press('Enter');
  await answered(page, query);
}

test('results come while somebody types, with the query in the address', async () => {
  const page = await sample.open('/en/search/');
  const entries = await page.evaluate(() => history.length);
  await page.getByRole('searchbox').pressSequentially('synonyms');
  await eventually(() => status(page).textContent()).toMatch(/^\d+ results? for “synonyms”$/);
  expect(await results(page).first().getAttribute('data-article')).toBe('finding-answers/synonyms');
  await eventually(() => queryOf(page)).toBe('synonyms');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.context().close();
});

test('while somebody types the results change at once, what is spoken and the address when they rest', async () => {
  const page = await sample.open('/en/search/');
  const spoken = page.locator('.search-results [role=status]');
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  for (const query of ['surv', 'survey', 'synonyms']) {
    await page.getByRole('searchbox').fill(query);
    await answered(page, query);
  }
  await eventually(() => results(page).first().getAttribute('data-article')).toBe('finding-answers/synonyms');
  expect([await spoken.textContent(), queryOf(page)]).toEqual(['', null]);
  await page.clock.runFor(499);
  expect([await spoken.textContent(), queryOf(page)]).toEqual(['', null]);
  await page.clock.runFor(1);
  expect([await spoken.textContent(), queryOf(page)]).toEqual([await status(page).textContent(), 'synonyms']);
  // Where nobody types there is nothing to wait for.
  await page.getByRole('searchbox').fill('votes');
  await answered(page, 'votes');
  await page.getByRole('searchbox').blur();
  expect([await spoken.textContent(), queryOf(page)]).toEqual([await status(page).textContent(), 'votes']);
  await page.context().close();
});

test('a result that is opened while the address still waits is gone back from to what was typed', async () => {
  const page = await asked('votes');
  await page.getByRole('searchbox').fill('synonyms');
  await page.locator('ol a[data-article="finding-answers/synonyms"]').click();
  await page.waitForURL('**/en/finding-answers/**');
  await page.goBack();
  await answered(page, 'synonyms');
  await page.context().close();
});

test('a result tells its topic and kind, and shows the words of the query', async () => {
  const page = await asked('synonyms');
  const first = page.locator('ol > li').first();
  expect(await first.locator('.result-facts').textContent()).toContain('Finding answers · ');
  expect(await first.locator('mark').first().textContent()).toMatch(/synonym/i);
  await page.context().close();
});

test('each search that was sent can be gone back to, and forward again', async () => {
  const page = await asked('votes');
  await send(page, 'synonyms');
  await page.getByRole('searchbox').pressSequentially(' and more');
  await eventually(() => queryOf(page)).toBe('synonyms and more');
  await send(page, 'survey');
  await page.goBack();
  await answered(page, 'synonyms');
  expect(await page.getByRole('searchbox').inputValue()).toBe('synonyms');
  expect(await results(page).first().getAttribute('data-article')).toBe('finding-answers/synonyms');
  await page.goBack();
  await answered(page, 'votes');
  await page.goForward();
  await answered(page, 'synonyms');
  await page.goForward();
  await answered(page, 'survey');
  expect(queryOf(page)).toBe('survey');
  await page.context().close();
});

test('the same search sent twice is one entry', async () => {
  const page = await asked('votes');
  await send(page, 'synonyms');
  const entries = await page.evaluate(() => history.length);
  await send(page, 'synonyms');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.context().close();
});

test('without a query stand the topics, and what was read last until it is forgotten', async () => {
  const page = await sample.open('/en/search/');
  expect(await page.getByRole('heading', { name: 'Recently read' }).isVisible()).toBe(false);
  expect(await page.locator('.all-articles summary').count()).toBeGreaterThan(5);
  await page.getByRole('checkbox', { name: 'Remember on this device' }).check();
  await page.goto(`${sample.address}/en/writing/write-clearly/`);
  await page.goto(`${sample.address}/en/search/`);
  await page.getByRole('link', { name: 'Write so that everyone understands' }).first().waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Clear this list' }).click();
  expect(await page.getByRole('heading', { name: 'Recently read' }).isVisible()).toBe(false);
  expect(await status(page).textContent()).toBe('The list is cleared.');
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([['kundig:recently-read', '[]']]);
  await page.context().close();
});

test('where nothing is found stand the topics, the recommended articles, and the way to a person', async () => {
  const page = await asked('xyzzyqqq');
  const signals = signalsOf(page);
  expect(await status(page).textContent()).toContain('Sorry, we found nothing for “xyzzyqqq”.');
  expect(await page.locator('.all-articles summary').first().isVisible()).toBe(true);
  expect(await page.getByRole('heading', { name: 'Recommended' }).isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: 'Talk to a person' }).isVisible()).toBe(true);
  await eventually(() => signals).toMatchObject([{ kind: 'search', query: 'xyzzyqqq', results: 0 }]);
  await page.context().close();
});

test('with good results nothing else stands between them and the way to a person', async () => {
  const page = await asked('synonyms');
  expect(await page.locator('.all-articles').isVisible()).toBe(false);
  expect(await page.getByRole('link', { name: 'Talk to a person' }).isVisible()).toBe(true);
  await page.context().close();
});

describe('for whom articles should come first', () => {
  test('is kept on the device only when it was chosen, and can be taken back', async () => {
    const page = await asked('votes');
    const kept = () => page.evaluate(() => localStorage.getItem('kundig:level'));
    const field = page.getByLabel('Show first');
    expect([await field.inputValue(), await kept()]).toEqual(['', null]);
    await field.selectOption({ label: 'For experts' });
    await eventually(kept).toBe('"expert"');
    await page.reload();
    await results(page).first().waitFor();
    expect(await field.inputValue()).toBe('expert');
    await field.selectOption('');
    await eventually(kept).toBeNull();
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(['votes', 'xyzzyqqq'])('the page for %s has no findings of axe', async (query) => {
    const page = await asked(query, { colorScheme });
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe.each([390, 320])('on a screen of %i pixels', (width) => {
  test.each(['stimmen', 'xyzzyqqq'])('the page for %s fits, with targets that can be hit', async (query) => {
    const page = await asked(query, { viewport: { width, height: 700 } }, 'de');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const controls = page.locator('main :is(select, button, summary):visible');
    for (const control of await controls.all())
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await page.context().close();
  });
});

test('from right to left the page fits and its fields are mirrored', async () => {
  const page = await asked('votes', { viewport: { width: 390, height: 700 } });
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  const [button, form] = await Promise.all([
    page.locator('form[role=search] button').boundingBox(),
    page.locator('form[role=search]').boundingBox(),
  ]);
  expect((button?.x ?? 0) - (form?.x ?? 0)).toBeLessThan(20);
  await page.context().close();
});

describe('browsers are told how to search', () => {
  test.each([
    { locale: 'de', name: 'Kundig-Hilfe' },
    { locale: 'en', name: 'Kundig Help' },
  ])('in $locale', async ({ locale, name }) => {
    // The page's own policy would keep this test from parsing.
    const page = await sample.open(`/${locale}/contact/`, { bypassCSP: true });
    const link = page.locator('link[rel=search]');
    expect(await link.getAttribute('type')).toBe('application/opensearchdescription+xml');
    expect(await link.getAttribute('title')).toBe(name);
    const response = await page.request.get(`${sample.address}${await link.getAttribute('href')}`);
    const described = await page.evaluate(
      (xml) => {
        const document = new DOMParser().parseFromString(xml, 'application/xml');
        const text = (tag: string) => document.querySelector(tag)?.textContent;
        return {
          root: document.documentElement.namespaceURI,
          name: text('ShortName'),
          template: document.querySelector('Url')?.getAttribute('template'),
          language: text('Language'),
        };
      },
      await response.text(),
    );
    expect(described).toEqual({
      root: 'http://a9.com/-/spec/opensearch/1.1/',
      name,
      template: `https://help.kundig.example/${locale}/search/?q={searchTerms}`,
      language: locale,
    });
    await page.context().close();
  });
});
