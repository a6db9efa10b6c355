import { expect, test } from 'vitest';
import { eventually, serveSample, signalsOf } from './served-sample.ts';
import { typedIn } from './typed-query.ts';

const sample = serveSample();

test('a query that goes on to the search page is counted once', async () => {
  const page = await typedIn(sample, 'synonyms');
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
  const page = await typedIn(sample, 'xyzzyqqq');
  const signals = signalsOf(page);
  await eventually(() => signals).toMatchObject([{ kind: 'search', query: 'xyzzyqqq', results: 0 }]);
  await page.context().close();
});
