import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { serveSample, signalsOf } from './served-sample.ts';

const sample = serveSample();

/** Searches, takes the first result, and waits for its page. */
async function comeBySearch(page: Page): Promise<void> {
  await page.goto(`${sample.address}/en/search/?q=synonyms`);
  await page.locator('a[data-article]').first().click();
  await page.locator('article[data-article]').waitFor();
  // A vote that is cast before the page's script runs is sent by the form itself.
  await page.waitForLoadState();
}

/** Votes, and gives what was sent. */
async function voteOn(page: Page, answer: 'Yes' | 'No'): Promise<Record<string, unknown>> {
  const sending = page.waitForRequest((request) => /\/api\/votes/.test(request.url()));
  await page.getByRole('button', { name: answer, exact: true }).click();
  const request = await sending;
  expect((await request.response())?.ok()).toBe(true);
  return request.postDataJSON();
}

test('a vote names the search that led to its article, once', async () => {
  const page = await sample.open('/en/');
  const signals = signalsOf(page);
  await comeBySearch(page);
  const vote = await voteOn(page, 'Yes');
  const asked = signals.find(({ kind }) => kind === 'search');
  expect(asked).toMatchObject({ query: 'synonyms' });
  expect(vote).toMatchObject({ helpful: true, search: asked?.id });
  expect(await page.evaluate(() => sessionStorage.getItem('kundig:search'))).toBeNull();

  // A changed mind is the same vote, and one on another wording is the same reader's.
  expect(await voteOn(page, 'No')).not.toHaveProperty('search');
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('kundig:vote:')) ?? '';
    const vote = JSON.parse(localStorage.getItem(key) ?? '{}');
    localStorage.setItem(key, JSON.stringify({ ...vote, revision: 'a0a0a0a0a0a0' }));
  });
  await comeBySearch(page);
  expect(await voteOn(page, 'Yes')).not.toHaveProperty('search');
  await page.context().close();
});

test('a vote on another article than the one that was opened names no search', async () => {
  const page = await sample.open('/en/');
  await comeBySearch(page);
  await page.goto(`${sample.address}/en/writing/write-clearly/`);
  expect(await voteOn(page, 'Yes')).not.toHaveProperty('search');
  await page.context().close();
});

test('a vote more than half an hour after the search names none', async () => {
  const page = await sample.open('/en/');
  await comeBySearch(page);
  await page.evaluate(() => {
    const note = JSON.parse(sessionStorage.getItem('kundig:search') ?? '{}');
    sessionStorage.setItem('kundig:search', JSON.stringify({ ...note, at: note.at - 31 * 60 * 1000 }));
  });
  expect(await voteOn(page, 'Yes')).not.toHaveProperty('search');
  expect(await page.evaluate(() => sessionStorage.getItem('kundig:search'))).toBeNull();
  await page.context().close();
});

test('what another page of the host wrote in its place is not sent', async () => {
  const page = await sample.open('/en/');
  await comeBySearch(page);
  await page.evaluate(() => {
    const note = JSON.parse(sessionStorage.getItem('kundig:search') ?? '{}');
    sessionStorage.setItem('kundig:search', JSON.stringify({ ...note, search: 'not an id' }));
  });
  expect(await voteOn(page, 'Yes')).not.toHaveProperty('search');
  await page.context().close();
});

test('nothing is noted for a browser that sends Do Not Track', async () => {
  const page = await sample.open('/en/', {}, (before) =>
    before.addInitScript(() => Object.defineProperty(navigator, 'doNotTrack', { value: '1' })),
  );
  await comeBySearch(page);
  expect(await page.evaluate(() => sessionStorage.getItem('kundig:search'))).toBeNull();
  expect(await voteOn(page, 'Yes')).not.toHaveProperty('search');
  await page.context().close();
});
