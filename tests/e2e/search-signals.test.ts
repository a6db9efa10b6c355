import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { eventually, serveSample, signalsOf } from './served-sample.ts';

const sample = serveSample();

const boxOf = (page: Page): Locator => page.getByRole('combobox');
const optionsOf = (page: Page): Locator => page.getByRole('option');

/** Opens a page and types into its search box until results are listed. */
async function typed(query: string, path = '/en/', options = {}): Promise<Page> {
  const page = await sample.open(path, options);
  await boxOf(page).fill(query);
  await optionsOf(page).first().waitFor();
  return page;
}

test('a query that goes on to the search page is counted once', async () => {
  const page = await typed('synonyms');
  const signals = signalsOf(page);
  await eventually(() => signals.length).toBe(1);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/en/search/**');
  await page.locator('ol a[data-article]').first().click();
  await page.waitForURL('**/en/finding-answers/**');
  await eventually(() => signals.map(({ kind }) => kind)).toEqual(['search', 'open', 'view']);
  expect(signals[1]?.search).toBe(signals[0]?.id);
  await page.context().close();
});

test('a search without results is counted as one', async () => {
  const page = await typed('xyzzyqqq');
  const signals = signalsOf(page);
  await eventually(() => signals).toMatchObject([{ kind: 'search', query: 'xyzzyqqq', results: 0 }]);
  await page.context().close();
});
