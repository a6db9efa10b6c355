import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually, serveSample, signalsOf } from './served-sample.ts';
import { boxOf, optionsOf, typedIn } from './typed-query.ts';

const sample = serveSample();
const ARTICLE = '/en/writing/write-clearly/';

const said = (page: Page): Locator => page.locator('form[role=search] [role=status]');

/** Name of the option that assistive technology takes for the focused one. */
async function activeOption(page: Page): Promise<string | null> {
  const id = await boxOf(page).getAttribute('aria-activedescendant');
  return id ? page.locator(`#${id}`).textContent() : null;
}

describe('the keyboard', () => {
  test('goes from the field through the options and round again', async () => {
    const page = await typedIn(sample, 'synonyms');
    const box = boxOf(page);
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await activeOption(page)).toBeNull();
    const names = await optionsOf(page).allTextContents();
    expect(names.length).toBeGreaterThan(1);
    expect(names.length).toBeLessThanOrEqual(8);
    for (const name of names) {
      await page.keyboard.press('ArrowDown');
      expect(await activeOption(page)).toBe(name);
      expect(await page.locator('[role=option][aria-selected=true]').allTextContents()).toEqual([name]);
    }
    await page.keyboard.press('ArrowDown');
    expect(await activeOption(page)).toBeNull();
    await page.keyboard.press('ArrowUp');
    expect(await activeOption(page)).toBe(names.at(-1));
    expect(await box.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('Enter opens the active option, and without one sends what was typed', async () => {
    const page = await typedIn(sample, 'synonyms');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/finding-answers/**');
    await page.goto(`${sample.address}/en/`);
    await boxOf(page).fill('synonyms');
    await optionsOf(page).first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/search/?q=synonyms');
    await page.context().close();
  });

  test('Escape closes the list, then clears the field; Alt and the arrows open and close it', async () => {
    const page = await typedIn(sample, 'synonyms', ARTICLE);
    const box = boxOf(page);
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(await optionsOf(page).count()).toBe(0);
    expect(await box.inputValue()).toBe('synonyms');
    await page.keyboard.press('Alt+ArrowDown');
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await activeOption(page)).toBeNull();
    await page.keyboard.press('Alt+ArrowUp');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Escape');
    expect(await box.inputValue()).toBe('');
    await page.context().close();
  });

  test('Home, End and the arrows to the side move the cursor in the text', async () => {
    const page = await typedIn(sample, 'synonyms');
    const cursor = () => boxOf(page).evaluate((field) => (field as HTMLInputElement).selectionStart);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    expect([await cursor(), await activeOption(page)]).toEqual([0, null]);
    await page.keyboard.press('ArrowRight');
    expect(await cursor()).toBe(1);
    await page.keyboard.press('End');
    expect(await cursor()).toBe('synonyms'.length);
    await page.context().close();
  });

  test('Tab leaves the list, and so does a click elsewhere', async () => {
    const page = await typedIn(sample, 'synonyms');
    await page.keyboard.press('Tab');
    expect(await boxOf(page).getAttribute('aria-expanded')).toBe('false');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Search');
    await boxOf(page).click();
    await optionsOf(page).first().waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    expect(await optionsOf(page).count()).toBe(0);
    await page.context().close();
  });

  test.each(['/en/', ARTICLE, '/en/search/', '/en/404/'])(
    '/ and Ctrl K lead to the box of %s',
    async (path) => {
      const page = await sample.open(path);
      const isThere = () => page.evaluate(() => document.activeElement?.getAttribute('name') === 'q');
      for (const key of ['/', 'Control+k', 'Meta+k']) {
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        await page.keyboard.press(key);
        expect(await isThere(), key).toBe(true);
      }
      await page.keyboard.press('/');
      expect(await page.locator('input[name=q]').inputValue()).toBe('/');
      await page.context().close();
    },
  );

  test('/ can be switched off, and only that is kept', async () => {
    const page = await sample.open('/en/search/');
    const choice = page.getByRole('checkbox', { name: 'with the / key' });
    const kept = () => page.evaluate(() => Object.entries(localStorage));
    await choice.uncheck();
    expect(await kept()).toEqual([['kundig:search-key', 'false']]);
    await page.reload();
    expect(await choice.isChecked()).toBe(false);
    const box = page.locator('input[name=q]');
    expect(await box.getAttribute('aria-keyshortcuts')).toBe('Control+K Meta+K');
    await choice.focus();
    await page.keyboard.press('/');
    expect(await box.evaluate((field) => field === document.activeElement)).toBe(false);
    await page.keyboard.press('Control+k');
    expect(await box.evaluate((field) => field === document.activeElement)).toBe(true);
    await choice.check();
    expect(await kept()).toEqual([]);
    await page.context().close();
  });

  test('/ stays a letter where somebody writes', async () => {
    const page = await sample.open('/en/survey/');
    await page.locator('textarea').first().focus();
    await page.keyboard.press('/');
    expect(await page.locator('textarea').first().inputValue()).toBe('/');
    await page.context().close();
  });
});

test('while an input method composes a word nothing is looked up, and Enter only ends the word', async () => {
  const page = await sample.open('/en/');
  const requests: string[] = [];
  await boxOf(page).focus();
  await page.waitForLoadState('networkidle');
  page.on('request', (request) => requests.push(request.url()));
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'synonyms', selectionStart: 8, selectionEnd: 8 });
  expect(await boxOf(page).inputValue()).toBe('synonyms');
  await boxOf(page).dispatchEvent('keydown', { key: 'ArrowDown', isComposing: true });
  await boxOf(page).dispatchEvent('keydown', { key: 'Escape', keyCode: 229 });
  // The page has had its turn when a later search of another page is done.
  const other = await typedIn(sample, 'synonyms');
  await other.context().close();
  expect(requests).toEqual([]);
  expect(await boxOf(page).inputValue()).toBe('synonyms');
  await session.send('Input.insertText', { text: 'synonyms' });
  await optionsOf(page).first().waitFor();
  await eventually(() => said(page).textContent()).toContain('“synonyms”');
  await page.context().close();
});

test('the number of results is announced, and that there are none, with the ways that are left', async () => {
  const page = await typedIn(sample, 'synonyms');
  await eventually(() => said(page).textContent()).toMatch(/^\d+ results? for “synonyms”/);
  await boxOf(page).fill('xyzzyqqq');
  await eventually(() => said(page).textContent()).toBe('Sorry, we found nothing for “xyzzyqqq”.');
  await optionsOf(page).filter({ hasText: 'Topics and contact' }).click();
  await page.waitForURL('**/en/search/?q=xyzzyqqq');
  await page.context().close();
});

test('an option is a link that the browser may open elsewhere, and the last one leads to all results', async () => {
  const page = await typedIn(sample, 'synonyms');
  const signals = signalsOf(page);
  const first = optionsOf(page).first();
  expect(await first.getAttribute('href')).toMatch(/\/en\/finding-answers\/synonyms\//);
  // Nothing keeps the browser from its own way with a link: a new tab, and this one stays.
  await page.evaluate(() => {
    addEventListener('click', ({ defaultPrevented }) =>
      document.body.classList.toggle('kept', defaultPrevented),
    );
    document.body.classList.add('kept');
  });
  await first.click({ modifiers: ['Control'] });
  await eventually(() => page.locator('body.kept').count()).toBe(0);
  await eventually(() => signals.filter(({ kind }) => kind === 'open').length).toBe(1);
  expect(new URL(page.url()).pathname).toBe('/en/');
  expect(signals.filter(({ kind }) => kind !== 'view')).toMatchObject([
    { kind: 'search', query: 'synonyms' },
    { kind: 'open', article: 'finding-answers/synonyms', position: 1 },
  ]);
  expect(signals.find(({ kind }) => kind === 'open')?.search).toBe(
    signals.find(({ kind }) => kind === 'search')?.id,
  );
  await page.getByRole('option', { name: 'All results for “synonyms”' }).click();
  await page.waitForURL('**/en/search/?q=synonyms');
  await page.context().close();
});

describe('a page', () => {
  test('loads nothing of the search before a reader goes to it', async () => {
    const requested: string[] = [];
    const page = await sample.open(ARTICLE, {}, async (page) => {
      page.on('request', (request) => requested.push(new URL(request.url()).pathname));
    });
    await page.waitForLoadState('networkidle');
    const isSearch = (path: string) => /search-popup|\/search\/en\//.test(path);
    expect(requested.filter(isSearch)).toEqual([]);
    // Then what every query needs comes, and no more before there is one.
    requested.length = 0;
    await boxOf(page).focus();
    await optionsOf(page).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(requested.filter((path) => !path.endsWith('.js'))).toEqual(['/search/en/index.gz']);
    expect(requested.filter((path) => path.includes('search-popup'))).toHaveLength(1);
    await page.context().close();
  });

  test('whose search does not load still sends the query', async () => {
    const page = await sample.open(ARTICLE, {}, (page) =>
      page.route(/search-popup/, (route) => route.abort()),
    );
    await boxOf(page).fill('synonyms');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/search/?q=synonyms');
    await page.context().close();
  });
});
