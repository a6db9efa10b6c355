import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually, serveSample, signalsOf } from './served-sample.ts';
import { boxOf, optionsOf, typedIn } from './typed-query.ts';

const sample = serveSample();
const CONTACT = '/en/contact/?article=writing/frontmatter';

/** What was counted, without ids, texts and revisions: its kind and its article. */
const told = (signals: Record<string, unknown>[]) =>
  signals.map(({ kind, article }) => (article ? `${kind} ${article}` : kind));

/** Opens the page with the ways to a person, and counts from its beginning. */
async function lookedForAPerson(path = CONTACT): Promise<{ page: Page; signals: Record<string, unknown>[] }> {
  let signals: Record<string, unknown>[] = [];
  const page = await sample.open(path, {}, async (before) => {
    signals = signalsOf(before);
  });
  return { page, signals };
}

/** Types a query there, and waits for the results below the field. */
async function search(page: Page): Promise<void> {
  await boxOf(page).fill('synonyms');
  await optionsOf(page).first().waitFor();
}

describe('who looks for a person', () => {
  test('and takes an article from below the search field is counted, and so is their yes under it', async () => {
    const { page, signals } = await lookedForAPerson();
    const answers: number[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('/api/signals')) answers.push(response.status());
    });
    await search(page);
    const article = await optionsOf(page).first().getAttribute('data-article');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/en/finding-answers/**');
    await page.waitForLoadState();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('Thank you! Your vote is saved.').waitFor();
    await eventually(() => told(signals)).toEqual([
      'contact writing/frontmatter',
      'search',
      `open ${article}`,
      `instead ${article}`,
      `view ${article}`,
      `solved ${article}`,
    ]);
    await eventually(() => answers.at(-1)).toBe(201);
    expect(answers.filter((status) => status !== 201)).toEqual([]);
    expect(await page.evaluate(() => sessionStorage.getItem('kundig:instead'))).toBeNull();
    await page.context().close();
  });

  test('and takes an article from the page of results is counted, too', async () => {
    const { page, signals } = await lookedForAPerson('/en/contact/');
    await search(page);
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.waitForURL('**/en/search/**');
    const result = page.locator('ol a[data-article]').first();
    const article = await result.getAttribute('data-article');
    await result.click();
    await page.waitForURL('**/en/finding-answers/**');
    await eventually(() => told(signals)).toEqual([
      'contact',
      'search',
      `open ${article}`,
      `instead ${article}`,
      `view ${article}`,
    ]);
    await page.context().close();
  });

  test('is counted once, however many articles they open beside', async () => {
    const { page, signals } = await lookedForAPerson('/en/contact/');
    await search(page);
    for (const option of (await optionsOf(page).all()).slice(0, 2))
      await option.click({ modifiers: ['ControlOrMeta'] });
    await eventually(() => signals.filter(({ kind }) => kind === 'open').length).toBe(2);
    expect(signals.filter(({ kind }) => kind === 'instead').length).toBe(1);
    await page.context().close();
  });

  test('and goes on to the page of results without taking one is not counted', async () => {
    const { page, signals } = await lookedForAPerson('/en/contact/');
    await search(page);
    await optionsOf(page).filter({ hasText: 'All results' }).click();
    await page.locator('ol a[data-article]').first().waitFor();
    await eventually(() => told(signals)).toEqual(['contact', 'search']);
    await page.context().close();
  });
});

describe('nobody took an article instead of a person', () => {
  test('who searched on another page', async () => {
    const page = await typedIn(sample, 'synonyms', '/en/writing/frontmatter/');
    const signals = signalsOf(page);
    await optionsOf(page).first().click();
    await page.waitForURL('**/en/finding-answers/**');
    await page.waitForLoadState();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('Thank you! Your vote is saved.').waitFor();
    expect(signals.map(({ kind }) => kind)).toEqual(['search', 'open', 'view']);
    await page.context().close();
  });

  test('whose yes is under another article, or a no, or comes after half an hour', async () => {
    const { page, signals } = await lookedForAPerson();
    await search(page);
    await optionsOf(page).first().click();
    await page.waitForURL('**/en/finding-answers/**');
    const taken = page.url();
    await page.goto(`${sample.address}/en/writing/write-clearly/`);
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('Thank you! Your vote is saved.').waitFor();
    await page.goto(taken);
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByText('your vote is saved').waitFor();
    await page.evaluate(() => {
      const note = JSON.parse(sessionStorage.getItem('kundig:instead') ?? '{}');
      sessionStorage.setItem('kundig:instead', JSON.stringify({ ...note, at: note.at - 31 * 60 * 1000 }));
    });
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('Thank you! Your vote is saved.').waitFor();
    expect(signals.filter(({ kind }) => kind === 'solved')).toEqual([]);
    await page.context().close();
  });

  test('whose browser sends Do Not Track: nothing is counted or noted', async () => {
    let signals: Record<string, unknown>[] = [];
    const page = await sample.open(CONTACT, {}, async (before) => {
      signals = signalsOf(before);
      await before.addInitScript(() => Object.defineProperty(navigator, 'doNotTrack', { value: '1' }));
    });
    await search(page);
    await optionsOf(page).first().click();
    await page.waitForURL('**/en/finding-answers/**');
    expect(signals).toEqual([]);
    expect(await page.evaluate(() => sessionStorage.getItem('kundig:instead'))).toBeNull();
    await page.context().close();
  });
});
