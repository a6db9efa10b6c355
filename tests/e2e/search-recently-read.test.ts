import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually, serveSample } from './served-sample.ts';
import { boxOf, optionsOf } from './typed-query.ts';

const sample = serveSample();

const said = (page: Page): Locator => page.locator('form[role=search] [role=status]');

/** A reader who has switched on, on the search page, that what they read is remembered. */
async function remembered(): Promise<Page> {
  const page = await sample.open('/en/search/');
  await page.getByRole('checkbox', { name: 'Remember on this device what I read last' }).check();
  return page;
}

const kept = (page: Page) => page.evaluate(() => Object.entries(localStorage));

describe('what was read last', () => {
  test('is remembered from when the reader asks for it, and forgotten at once when they no longer do', async () => {
    const page = await sample.open('/en/writing/write-clearly/');
    await page.goto(`${sample.address}/en/search/`);
    const choice = page.getByRole('checkbox', { name: 'Remember on this device what I read last' });
    expect([await choice.isChecked(), await kept(page)]).toEqual([false, []]);
    await choice.check();
    expect(await kept(page)).toEqual([['kundig:recently-read', '[]']]);
    await page.goto(`${sample.address}/en/writing/frontmatter/`);
    await page.goto(`${sample.address}/en/search/`);
    expect(await choice.isChecked()).toBe(true);
    const list = page.getByRole('region', { name: 'Recently read' });
    expect(await list.getByRole('link').count()).toBe(1);
    await choice.uncheck();
    expect(await list.isVisible()).toBe(false);
    expect(await kept(page)).toEqual([]);
    await page.goto(`${sample.address}/en/writing/frontmatter/`, { waitUntil: 'networkidle' });
    expect(await kept(page)).toEqual([]);
    await page.context().close();
  });

  test('can be asked for below the search field of an article, and taken back there', async () => {
    const page = await sample.open('/en/writing/write-clearly/');
    await boxOf(page).focus();
    await optionsOf(page).first().waitFor();
    expect(await optionsOf(page).allTextContents()).toEqual(['Remember on this device what I read last']);
    expect(await kept(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await eventually(() => said(page).textContent()).toBe(
      'From now on, the articles that you read are listed here.',
    );
    expect(await kept(page)).toEqual([['kundig:recently-read', '[]']]);
    await page.goto(`${sample.address}/en/writing/frontmatter/`);
    await page.goto(`${sample.address}/en/writing/write-clearly/`);
    await boxOf(page).focus();
    await optionsOf(page).first().waitFor();
    expect(await optionsOf(page).count()).toBe(3);
    await optionsOf(page).filter({ hasText: 'Stop remembering' }).click();
    await eventually(() => said(page).textContent()).toBe('What you read is no longer remembered.');
    expect(await optionsOf(page).count()).toBe(0);
    expect(await kept(page)).toEqual([]);
    await page.context().close();
  });

  test('stands under the empty field, only in its language, and is forgotten on demand', async () => {
    const page = await remembered();
    for (const path of ['/en/writing/frontmatter/', '/de/schreiben/bausteine/', '/en/writing/write-clearly/'])
      await page.goto(`${sample.address}${path}`);
    await page.goto(`${sample.address}/en/`);
    await boxOf(page).click();
    await optionsOf(page).first().waitFor();
    const names = await optionsOf(page).allTextContents();
    expect(names).toHaveLength(4);
    expect(names[0]).toBe('Write so that everyone understands');
    expect(names[2]).toBe('Clear this list');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await eventually(() => said(page).textContent()).toBe('The list is cleared.');
    expect(await optionsOf(page).count()).toBe(0);
    expect(await kept(page)).toEqual([['kundig:recently-read', '[]']]);
    await page.context().close();
  });

  test('is five articles at most', async () => {
    const page = await remembered();
    await page.goto(`${sample.address}/en/writing/`);
    const paths = await page
      .locator('main a[href^="/en/writing/"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    for (const path of paths.slice(0, 6)) await page.goto(`${sample.address}${path}`);
    const list = await page.evaluate(() => JSON.parse(localStorage.getItem('kundig:recently-read') ?? '[]'));
    expect(list.map(({ path }: { path: string }) => path)).toEqual(paths.slice(1, 6).reverse());
    await page.context().close();
  });

  test('is no list where nothing was read', async () => {
    const page = await sample.open('/en/');
    await boxOf(page).click();
    await page.waitForLoadState('networkidle');
    expect(await boxOf(page).getAttribute('aria-expanded')).toBe('false');
    await page.context().close();
  });

  test('never becomes a link to another host or a script', async () => {
    const page = await sample.open('/en/');
    await page.evaluate(() => {
      const bad = ['javascript:alert(1)', '//evil.example', '/\\evil.example'].map((path) => ({
        path,
        title: 'x',
        locale: 'en',
      }));
      localStorage.setItem('kundig:recently-read', JSON.stringify([...bad, 7, null]));
    });
    await boxOf(page).click();
    await page.waitForLoadState('networkidle');
    expect(await optionsOf(page).count()).toBe(0);
    await page.context().close();
  });
});
