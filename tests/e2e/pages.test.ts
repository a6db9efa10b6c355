import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser } from './browser.ts';
import { type RunningProgram, startHelpCentre } from './help-centre.ts';

/** Run by the browser's tools: as a script of the page, its policy would refuse it. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = [
  '/en/',
  '/de/',
  '/en/writing/',
  '/en/writing/frontmatter/',
  '/de/schreiben/bausteine/',
  '/en/search/?q=password',
  '/de/search/?q=xyzxyz',
  '/en/survey/',
  '/de/contact/?article=writing/frontmatter',
  '/en/404/',
];

let folder: string;
let browser: Browser;
let program: RunningProgram;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-pages-'));
  browser = await startBrowser();
  program = await startHelpCentre({
    content: 'content',
    dist: inject('dist'),
    database: path.join(folder, 'feedback.db'),
    token: 'a-token-for-the-tests',
  });
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function openPage(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`${program.address}${address}`, { waitUntil: 'networkidle' });
  return page;
}

/** What axe finds on a page as it is now: rule and element of each. */
async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window
    const { violations } = await (window as any).axe.run();
    return violations.flatMap((one: { id: string; nodes: { html: string }[] }) =>
      one.nodes.map(({ html }) => `${one.id}: ${html}`),
    );
  });
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(PAGES)('%s has no findings of axe', async (address) => {
    const page = await openPage(address, { colorScheme });
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });

  test('nor have the reasons that open after a no, nor a vote that waits', async () => {
    const page = await openPage('/de/schreiben/verstaendlich-schreiben/', {
      colorScheme,
      reducedMotion: 'reduce',
    });
    await page.getByRole('button', { name: 'Nein', exact: true }).click();
    await page.getByRole('radio', { name: 'Veraltet' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.route('**/api/votes/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Ja', exact: true }).click();
    await page.locator('.vote-status', { hasText: 'noch nicht erreicht' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });
});

test.each(PAGES)('%s fits a screen of 320 pixels', async (address) => {
  const page = await openPage(address, { viewport: { width: 320, height: 640 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.context().close();
});

test.each([
  { locale: 'de', width: 390 },
  { locale: 'en', width: 1440 },
])(
  'no page in $locale has a barrier or, at $width pixels, a target too small to hit, and each fits 320',
  async ({ locale, width }) => {
    const sitemap = await (await fetch(`${program.address}/sitemap.xml`)).text();
    const paths = [...sitemap.matchAll(/<loc>([^<]+)/g)].map(([, url]) => new URL(url ?? '').pathname);
    const addresses = paths.filter((address) => address.startsWith(`/${locale}/`));
    expect(addresses.length).toBeGreaterThan(50);
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    for (const address of addresses) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${program.address}${address}`, { waitUntil: 'domcontentloaded' });
      await page.evaluate(AXE);
      const violations = await page.evaluate(async () => {
        // Contrast is the same on every page of a kind, slow to measure, and examined above in both colours.
        const rules = { 'target-size': { enabled: true }, 'color-contrast': { enabled: false } };
        // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window
        const { violations } = await (window as any).axe.run({ rules, resultTypes: ['violations'] });
        return violations.flatMap((one: { id: string; nodes: { html: string }[] }) =>
          one.nodes.map(({ html }) => `${one.id}: ${html}`),
        );
      });
      expect.soft(violations, address).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(needed, address).toBeLessThanOrEqual(320);
    }
    await context.close();
  },
  // A hundred and more pages: half a minute on a quiet machine.
  180_000,
);

test('on paper an article has every tab and closed answer, and nothing that can only be clicked', async () => {
  const page = await openPage('/en/writing/components/');
  await page.emulateMedia({ media: 'print' });
  for (const gone of [
    '.site-head form',
    '.contents',
    '.vote',
    '.still-need-help',
    '.site-foot',
    '[role=tablist]',
  ]) {
    expect(await page.locator(gone).isVisible(), gone).toBe(false);
  }
  const tabs = await page.locator('.tab').all();
  expect(tabs.length).toBeGreaterThan(1);
  for (const tab of tabs) expect(await tab.isVisible()).toBe(true);
  expect(await page.locator('details > :not(summary)').first().isVisible()).toBe(true);
  await page.context().close();
});

test('nothing moves for readers who asked for less motion', async () => {
  const page = await openPage('/en/', { reducedMotion: 'reduce' });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return transitionDuration !== '0s' || animationName !== 'none';
      })
      .map((element) => element.className),
  );
  expect(moving).toEqual([]);
  await page.context().close();
});

test('whatever the Tab key reaches can be seen, with a ring around it', async () => {
  const page = await openPage('/de/schreiben/bausteine/');
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement ?? document.body;
      const { width, height, top } = element.getBoundingClientRect();
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        name: element.textContent,
        isSeen: width > 16 && height > 16 && top >= 0,
        hasRing: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
      };
    });
    expect(focused).toMatchObject({ isSeen: true, hasRing: true });
  }
  await page.context().close();
});

test('an answer of the survey can be taken back before it is sent', async () => {
  const page = await openPage('/en/survey/');
  const question = page.getByRole('group', { name: 'How often were our answers correct?' });
  expect(await question.getByRole('radio', { name: 'No answer' }).isVisible()).toBe(false);
  await question.getByRole('radio', { name: '4' }).check({ force: true });
  await question.getByRole('radio', { name: 'No answer' }).check();
  await page.getByRole('button', { name: 'Send my answers' }).click();
  await page.getByText('Please answer at least one question.').waitFor();
  await page.context().close();
});

describe('voting', () => {
  const ARTICLE = '/en/writing/write-clearly/';
  const summary = async () => {
    const response = await fetch(`${program.address}/api/summary`, {
      headers: { Authorization: 'Bearer a-token-for-the-tests' },
    });
    const { articles } = await response.json();
    const found = articles.find(
      (one: { article: string; locale: string }) =>
        one.article === 'writing/write-clearly' && one.locale === 'en',
    );
    return { helpful: found?.helpful ?? 0, unhelpful: found?.unhelpful ?? 0 };
  };

  test('a vote counts at the click, is replaced by a change of mind, remembered, and can be withdrawn', async () => {
    const page = await openPage(ARTICLE);
    const yes = page.getByRole('button', { name: 'Yes', exact: true });
    const no = page.getByRole('button', { name: 'No', exact: true });
    await yes.click();
    await page.getByText('Thank you! Your vote is saved.').waitFor();
    expect(await summary()).toEqual({ helpful: 1, unhelpful: 0 });
    await no.click();
    await page.getByText('What was missing or wrong?').waitFor();
    expect(await summary()).toEqual({ helpful: 0, unhelpful: 1 });
    await page.reload();
    expect(await no.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Withdraw my vote' }).click();
    await page.getByText('Your vote is deleted.').waitFor();
    expect(await summary()).toEqual({ helpful: 0, unhelpful: 0 });
    await page.context().close();
  });

  test('a vote on an earlier wording can still be withdrawn', async () => {
    const page = await openPage(ARTICLE);
    const before = await summary();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('Thank you! Your vote is saved.').waitFor();
    await page.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => one.startsWith('kundig:vote:')) ?? '';
      const vote = JSON.parse(localStorage.getItem(key) ?? '{}');
      localStorage.setItem(key, JSON.stringify({ ...vote, revision: 'a0a0a0a0a0a0' }));
    });
    await page.reload();
    expect(await page.getByRole('button', { name: 'Yes', exact: true }).getAttribute('aria-pressed')).toBe(
      'false',
    );
    await page.getByRole('button', { name: 'Withdraw my vote' }).click();
    await page.getByText('Your vote is deleted.').waitFor();
    expect(await summary()).toEqual(before);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });

  test('with the keyboard alone', async () => {
    const page = await openPage(ARTICLE);
    await page.getByRole('button', { name: 'No', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('What was missing or wrong?').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('radio', { name: 'Incomplete' }).isChecked()).toBe(true);
    await page.context().close();
  });

  test('nobody is thanked for a vote that is nowhere, and a second try counts once, as it is meant', async () => {
    const page = await openPage(ARTICLE);
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('There is no room.', 'QuotaExceededError');
      };
    });
    const before = await summary();
    let tries = 0;
    await page.route('**/api/votes', async (route) => {
      tries += 1;
      // The first try is stored, but its answer is lost on the way.
      if (tries > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    const yes = page.getByRole('button', { name: 'Yes', exact: true });
    await yes.click();
    await page.getByText('could not be saved').waitFor();
    expect(await yes.getAttribute('aria-pressed')).toBe('false');
    const no = page.getByRole('button', { name: 'No', exact: true });
    await no.click();
    await page.getByText('Thank you, your vote is saved.').waitFor();
    expect(await no.getAttribute('aria-pressed')).toBe('true');
    expect(await summary()).toEqual({ helpful: before.helpful, unhelpful: before.unhelpful + 1 });
    await page.getByRole('button', { name: 'Withdraw my vote' }).click();
    await page.getByText('Your vote is deleted.').waitFor();
    expect(await summary()).toEqual(before);
    await page.context().close();
  });
});

describe('signals', () => {
  async function kindsSent(page: Page, act: () => Promise<unknown>): Promise<string[]> {
    const kinds: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/signals'))
        kinds.push(...request.postDataJSON().map(({ kind }: { kind: string }) => kind));
    });
    await act();
    await page.waitForLoadState('networkidle');
    return kinds;
  }

  test('a view, a search, a result taken and the way to a person are counted', async () => {
    const page = await openPage('/en/');
    const kinds = await kindsSent(page, async () => {
      await page.goto(`${program.address}/en/search/?q=synonyms`);
      await page.locator('a[data-article]').first().click();
      await page.waitForURL('**/finding-answers/**');
      await page.getByRole('link', { name: 'Talk to a person' }).click();
      await page.waitForURL('**/contact/**');
      await page.getByRole('button', { name: 'Yes, the article helped' }).click();
    });
    expect(kinds).toEqual(['search', 'open', 'view', 'contact', 'solved']);
    await page.context().close();
  });

  test('what is typed on the way to a query is not counted as a search', async () => {
    const page = await openPage('/en/search/');
    const queries: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/signals')) {
        queries.push(...request.postDataJSON().flatMap(({ query }: { query?: string }) => query ?? []));
      }
    });
    const input = page.getByRole('searchbox');
    for (const typed of ['syn', 'synon', 'synonyms']) {
      await input.fill(typed);
      await input.press('Enter');
      await page.locator('.search-status', { hasText: `for “${typed}”` }).waitFor();
    }
    await page.locator('a[data-article]').first().click();
    await page.waitForURL('**/finding-answers/**');
    expect(queries).toEqual(['synonyms']);
    await page.context().close();
  });

  test('nothing is counted for a browser that sends Do Not Track', async () => {
    const page = await openPage('/en/');
    await page.addInitScript(() => Object.defineProperty(navigator, 'doNotTrack', { value: '1' }));
    const kinds = await kindsSent(page, async () => {
      await page.goto(`${program.address}/en/writing/write-clearly/`, { waitUntil: 'networkidle' });
    });
    expect(kinds).toEqual([]);
    await page.context().close();
  });

  test('nothing is stored on the device of a reader who only reads', async () => {
    const page = await openPage('/en/writing/write-clearly/');
    await page.goto(`${program.address}/en/search/?q=password`, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });
});

test('the first address leads to the language of the browser', async () => {
  for (const [locale, home] of [
    ['de-AT', '/de/'],
    ['en-US', '/en/'],
    ['fr-FR', '/en/'],
  ] as const) {
    const page = await openPage('/', { locale });
    expect(new URL(page.url()).pathname).toBe(home);
    await page.context().close();
  }
});

test('on a host that only delivers files, a script leads from the first page to the language of the browser', async () => {
  for (const [locale, home] of [
    ['de-AT', '/de/'],
    ['fr-FR', '/en/'],
  ] as const) {
    const page = await openPage('/index.html', { locale });
    await page.waitForURL(`**${home}`);
    await page.context().close();
  }
});

test('an address that does not exist gets the page of its language', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const response = await page.goto(`${program.address}/de/gibt/es-nicht/`);
  expect(response?.status()).toBe(404);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Diese Seite gibt es nicht');
  await context.close();
});
