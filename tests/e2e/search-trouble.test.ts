import { gunzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually, serveSample } from './served-sample.ts';

const sample = serveSample();

/** The files of the search index, of every language. */
const INDEX = /\/search\/(?:en|de)\/./;

const status = (page: Page) => page.locator('.search-status');

describe('whatever is asked is only looked up', () => {
  test.each([
    ['one letter', 'a'],
    ['only common words', 'the and of'],
    ['only punctuation', '?!… --- ***'],
    ['emoji', '🙂👩‍👩‍👧 🇩🇪'],
    ['HTML', '<img src=x onerror=alert(1)><script>alert(2)</script>'],
    ['a regular expression', '(a+)+$ [\\w'],
    ['quotation marks', `"votes" 'x' „y“ \\`],
    ['other scripts', 'Как отменить 投票を削除 ลบ حذف'],
    ['names of what every object has', '__proto__ constructor toString'],
    ['places of texts', '{count} {query} $& $1'],
  ])('%s', async (_, query) => {
    const broken: string[] = [];
    const page = await sample.open(`/en/search/?q=${encodeURIComponent(query)}`, {}, async (page) => {
      page.on('dialog', (dialog) => broken.push(dialog.message()));
      page.on('pageerror', ({ message }) => broken.push(message));
    });
    await eventually(() => status(page).textContent()).not.toMatch(/^(?:Searching.*)?$/);
    expect(await status(page).textContent()).not.toContain('cannot be loaded');
    expect(await page.locator('main :is(img, script:not([src]))').count()).toBe(0);
    expect(await page.getByRole('searchbox').inputValue()).toBe(query);
    expect(await page.getByRole('link', { name: 'Talk to a person' }).isVisible()).toBe(true);
    // The same below the box of another page.
    await page.goto(`${sample.address}/en/`);
    await page.getByRole('combobox').fill(query);
    await page.getByRole('option').first().waitFor();
    expect(await page.locator('.search-popup :is(img, script)').count()).toBe(0);
    expect(broken).toEqual([]);
    await page.context().close();
  });

  test.each(['', '   ', '\t\n'])('nothing: %j', async (query) => {
    const page = await sample.open(`/en/search/?q=${encodeURIComponent(query)}`);
    await page.waitForLoadState('networkidle');
    expect(await status(page).textContent()).toBe('');
    expect(await page.locator('.all-articles').isVisible()).toBe(true);
    await page.context().close();
  });

  test('ten thousand letters are cut to two hundred, which the page says', async () => {
    const page = await sample.open(`/en/search/?q=${'synonyms '.repeat(1112)}`);
    await status(page).filter({ hasText: 'We searched for its first 200 characters.' }).waitFor();
    expect((await page.getByRole('searchbox').inputValue()).length).toBeLessThanOrEqual(200);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    await page.getByRole('searchbox').fill('synonyms');
    await eventually(() => status(page).textContent()).toMatch(/^\d+ results? for “synonyms”$/);
    await page.context().close();
  });

  test('a letter is never cut in half', async () => {
    const page = await sample.open(`/en/search/?q=${encodeURIComponent(`a${'🙂'.repeat(1000)}`)}`);
    await status(page).filter({ hasText: 'We searched for its first 200 characters.' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe(`a${'🙂'.repeat(99)}`);
    await page.context().close();
  });
});

describe('a search that cannot be loaded', () => {
  test('says so on its page, leaves the topics, and works when it is tried again', async () => {
    const page = await sample.open('/de/search/?q=synonyme', {}, (page) =>
      page.route(INDEX, (route) => route.abort()),
    );
    await status(page).filter({ hasText: 'lässt sich gerade nicht laden' }).waitFor();
    expect(await page.locator('.all-articles summary').count()).toBeGreaterThan(5);
    expect(await page.locator('.all-articles').isVisible()).toBe(true);
    await page.unroute(INDEX);
    await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
    await page.locator('ol a[data-article="finding-answers/synonyms"]').waitFor();
    expect(await page.getByRole('button', { name: 'Noch einmal versuchen' }).isVisible()).toBe(false);
    await page.context().close();
  });

  test('says so below the box of a page too', async () => {
    const page = await sample.open('/en/', {}, (page) => page.route(INDEX, (route) => route.abort()));
    await page.getByRole('combobox').fill('synonyms');
    await page.getByRole('option', { name: 'Topics and contact' }).waitFor();
    await eventually(() => page.locator('form [role=status]').textContent()).toContain(
      'Search cannot be loaded right now',
    );
    await page.unroute(INDEX);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[role=option][data-article="finding-answers/synonyms"]').waitFor();
    expect(new URL(page.url()).pathname).toBe('/en/');
    await page.context().close();
  });
});

describe('an older search never replaces the results of a newer one', () => {
  test.each([
    { where: 'on the search page', path: '/en/search/', box: 'searchbox', shown: 'ol a[data-article]' },
    { where: 'below a box', path: '/en/', box: 'combobox', shown: '[role=option][data-article]' },
  ] as const)('$where', async ({ path, box, shown }) => {
    const page = await sample.open(path);
    const field = page.getByRole(box);
    const first = page.locator(shown).first();
    // The article that the first search shows is held back until the second one is done.
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const held: Request[] = [];
    let isFirst = true;
    await page.route(/article-\d+\.gz$/, (route) => {
      if (!isFirst) return route.continue();
      held.push(route.request());
      return released.then(() => route.continue());
    });
    await field.fill('shallow');
    await eventually(() => held.length).toBeGreaterThan(0);
    isFirst = false;
    await field.fill('systemd');
    await eventually(() => first.getAttribute('data-article')).toBe('operations/deploy');
    release();
    for (const request of held) await (await request.response())?.finished();
    // A page that took the older answer would show it by one of its next pictures.
    const seen = await first.evaluate(async (link) => {
      const articles = new Set<string | undefined>();
      const list = link.parentElement?.closest('ol, [role=listbox]');
      for (let picture = 0; picture < 30; picture += 1) {
        await new Promise((drawn) => requestAnimationFrame(drawn));
        articles.add(list?.querySelector<HTMLElement>('[data-article]')?.dataset.article);
      }
      return [...articles];
    });
    expect(seen).toEqual(['operations/deploy']);
    await page.context().close();
  });
});

describe('an index of another build', () => {
  test('that takes the place of the one in use is opened, once', async () => {
    const page = await sample.open('/en/search/?q=votes');
    await eventually(() => status(page).textContent()).toContain('“votes”');
    const packed = await (await page.request.get(`${sample.address}/search/en/index.gz`)).body();
    const head = JSON.parse(gunzipSync(packed).toString());
    let opened = 0;
    await page.route('**/search/en/**', async (route) => {
      const url = route.request().url();
      if (url.endsWith('index.gz')) {
        opened += 1;
        await route.fulfill({ json: { ...head, build: 'newer' } });
      } else if (url.includes('/newer/')) {
        const response = await route.fetch({ url: url.replace('/newer/', `/${head.build}/`) });
        await route.fulfill({ response });
      } else await route.fulfill({ status: 404 });
    });
    await page.getByRole('searchbox').fill('postgresql');
    await eventually(() => status(page).textContent()).toMatch(/^\d+ results? for “postgresql”$/);
    await page.getByRole('searchbox').fill('synonyms');
    await eventually(() => status(page).textContent()).toMatch(/^\d+ results? for “synonyms”$/);
    expect(opened).toBe(1);
    await page.context().close();
  });

  test('that the page cannot read loads the page anew, once', async () => {
    let loaded = 0;
    const page = await sample.open('/en/search/?q=votes', {}, async (page) => {
      page.on('request', (request) => {
        if (request.isNavigationRequest()) loaded += 1;
      });
      await page.route('**/search/en/index.gz', (route) => route.fulfill({ json: { format: 'other' } }));
    });
    await status(page).filter({ hasText: 'Search cannot be loaded right now' }).waitFor();
    expect(loaded).toBe(2);
    expect(await page.getByRole('searchbox').inputValue()).toBe('votes');
    await page.context().close();
  });
});

test('two tabs search for themselves', async () => {
  const page = await sample.open('/en/search/?q=synonyms');
  const other = await page.context().newPage();
  await other.goto(`${sample.address}/en/search/?q=votes`);
  await eventually(() => status(page).textContent()).toContain('“synonyms”');
  await eventually(() => status(other).textContent()).toContain('“votes”');
  await page.getByRole('searchbox').fill('survey');
  await eventually(() => status(page).textContent()).toContain('“survey”');
  expect(await status(other).textContent()).toContain('“votes”');
  expect(new URL(other.url()).searchParams.get('q')).toBe('votes');
  await page.context().close();
});
