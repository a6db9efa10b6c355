import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriersOn } from './barriers.ts';
import { serveSample } from './served-sample.ts';

const sample = serveSample();
const CATEGORY = '/en/writing/';

const field = (page: Page) => page.getByRole('combobox', { name: 'Show first' });

interface Item {
  title: string;
  level: string | undefined;
}

/** The articles of every list on the page, as they stand. */
function listsOf(page: Page): Promise<Item[][]> {
  return page.locator('.article-list').evaluateAll((lists) =>
    lists.map((list) =>
      [...list.children].map((item) => ({
        title: item.querySelector('a')?.textContent ?? '',
        level: (item as HTMLElement).dataset.level,
      })),
    ),
  );
}

/** The order that a reader of a level expects: theirs first, else as the page has it. */
function forReaders(level: string, lists: Item[][]): Item[][] {
  return lists.map((items) => [
    ...items.filter((item) => item.level === level),
    ...items.filter((item) => item.level !== level),
  ]);
}

/** Opens a page for a reader who has said how well they know the subject. */
function openFor(level: string, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  return sample.open(path, options, (page) =>
    page.addInitScript((kept) => {
      if (!localStorage.getItem('kundig:level')) localStorage.setItem('kundig:level', JSON.stringify(kept));
    }, level),
  );
}

/** An article whose related ones are for different readers. */
async function articleWithMixedRelated(): Promise<string> {
  const overview = await (await fetch(`${sample.address}${CATEGORY}`)).text();
  for (const [, path] of overview.matchAll(/<li data-level="\w+">\s*<a href="([^"]+)"/g)) {
    const article = await (await fetch(`${sample.address}${path}`)).text();
    if (path && article.includes('data-level-first')) return path;
  }
  throw new Error('The sample has no such article.');
}

test.each([
  ['the first page', async () => '/en/'],
  ['the page of a topic', async () => '/de/schreiben/'],
  ['an article', articleWithMixedRelated],
])(
  'on %s the articles for the reader’s level come first, the others follow, all in their order',
  async (_, choose) => {
    const path = await choose();
    const plain = await sample.open(path);
    const before = await listsOf(plain);
    expect(await plain.locator('[data-level-first]').isVisible()).toBe(false);
    await plain.context().close();
    let moved = 0;
    for (const level of ['beginner', 'experienced', 'expert']) {
      const page = await openFor(level, path);
      const after = await listsOf(page);
      expect(after).toEqual(forReaders(level, before));
      if (JSON.stringify(after) !== JSON.stringify(before)) moved += 1;
      // What was done is said where something could be.
      const isSaid = before.flat().some((item) => item.level === level);
      expect(await page.locator('[data-level-first]').isVisible()).toBe(isSaid);
      await page.context().close();
    }
    expect(moved).toBeGreaterThan(0);
  },
);

test('a reader changes their level on the spot, for every list and the search, or goes back to none', async () => {
  const page = await openFor('experienced', CATEGORY);
  const experienced = await listsOf(page);
  expect(await field(page).inputValue()).toBe('experienced');
  await field(page).focus();
  await field(page).selectOption('For beginners');
  expect(await listsOf(page)).not.toEqual(experienced);
  expect((await listsOf(page))[0]?.[0]?.level).toBe('beginner');
  expect(await field(page).evaluate((select) => select === document.activeElement)).toBe(true);
  expect(await page.evaluate(() => localStorage.getItem('kundig:level'))).toBe('"beginner"');
  await field(page).selectOption('For everyone');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  expect(await field(page).isVisible()).toBe(true);
  const plain = await sample.open(CATEGORY);
  expect(await listsOf(page)).toEqual(await listsOf(plain));
  await plain.context().close();
  await page.context().close();
});

test('what the search page was told holds in the lists', async () => {
  const page = await sample.open('/en/search/?q=article');
  await field(page).selectOption('For experienced users');
  await page.goto(`${sample.address}${CATEGORY}`);
  expect(await field(page).inputValue()).toBe('experienced');
  expect((await listsOf(page))[0]?.[0]?.level).toBe('experienced');
  await page.context().close();
});

describe('a vote', () => {
  async function vote(page: Page): Promise<Record<string, unknown>> {
    const sending = page.waitForRequest('**/api/votes');
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    const request = await sending;
    expect((await request.response())?.status()).toBe(201);
    return request.postDataJSON();
  }

  test('names the level that the reader has chosen', async () => {
    const page = await openFor('expert', '/en/writing/write-clearly/');
    expect(await vote(page)).toMatchObject({ helpful: true, level: 'expert' });
    await page.context().close();
  });

  test.each([
    ['has chosen none', async () => sample.open('/en/writing/write-clearly/')],
    ['keeps what is no level', async () => openFor('wizard', '/en/writing/write-clearly/')],
  ])('names none of a reader who %s', async (_, open) => {
    const page = await open();
    expect(await vote(page)).not.toHaveProperty('level');
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each([320, 1440])('the field has no findings of axe at %i pixels, and fits', async (width) => {
    const page = await openFor('experienced', '/de/schreiben/', {
      colorScheme,
      viewport: { width, height: 800 },
    });
    expect(await page.getByRole('combobox', { name: 'Zuerst zeigen' }).isVisible()).toBe(true);
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});
