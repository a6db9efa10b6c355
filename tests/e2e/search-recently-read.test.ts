import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually, serveSample } from './served-sample.ts';

const sample = serveSample();

const boxOf = (page: Page): Locator => page.getByRole('combobox');
const optionsOf = (page: Page): Locator => page.getByRole('option');
const said = (page: Page): Locator => page.locator('form[role=search] [role=status]');

describe('what was read last', () => {
  test('stands under the empty field, only in its language, and is forgotten on demand', async () => {
    const page = await sample.open('/en/writing/write-clearly/');
    for (const path of ['/en/writing/frontmatter/', '/de/schreiben/bausteine/', '/en/writing/write-clearly/'])
      await page.goto(`${sample.address}${path}`);
    await page.goto(`${sample.address}/en/`);
    await boxOf(page).click();
    await optionsOf(page).first().waitFor();
    const names = await optionsOf(page).allTextContents();
    expect(names).toHaveLength(3);
    expect(names[0]).toBe('Write so that everyone understands');
    expect(names[2]).toBe('Clear this list');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await eventually(() => said(page).textContent()).toBe('The list is cleared.');
    expect(await optionsOf(page).count()).toBe(0);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });

  test('is five articles at most, and nothing for a browser that sends Global Privacy Control', async () => {
    const page = await sample.open('/en/writing/');
    const paths = await page
      .locator('main a[href^="/en/writing/"]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    for (const path of paths.slice(0, 6)) await page.goto(`${sample.address}${path}`);
    const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('kundig:recently-read') ?? '[]'));
    expect((await kept()).map(({ path }: { path: string }) => path)).toEqual(paths.slice(1, 6).reverse());
    await page.evaluate(() => localStorage.clear());
    await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
    await page.goto(`${sample.address}${paths[0]}`, { waitUntil: 'networkidle' });
    expect(await kept()).toEqual([]);
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
