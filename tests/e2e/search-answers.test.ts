import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriersOn } from './barriers.ts';
import { eventually, serveSample } from './served-sample.ts';

const sample = serveSample();

const status = (page: Page) => page.locator('.search-status');
const results = (page: Page) => page.locator('ol a[data-article]');
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** The search page once it has answered. */
async function asked(query: string, locale = 'en', filters = ''): Promise<Page> {
  const page = await sample.open(`/${locale}/search/?q=${encodeURIComponent(query)}${filters}`);
  await page.locator('.search-status[data-situation]:not([data-situation=busy])').waitFor();
  return page;
}

/** Waits until the page says so many results as a filter has promised. */
async function promised(page: Page, label: string, option: RegExp): Promise<number> {
  const field = page.getByRole('combobox', { name: label, exact: true });
  const text = (await field.locator('option').allTextContents()).find((one) => option.test(one)) ?? '';
  const count = Number(/\((\d+)\)$/.exec(text)?.[1]);
  await field.selectOption({ label: text });
  await eventually(() => status(page).textContent()).toMatch(new RegExp(`^${count} results? for`));
  return count;
}

describe('a result', () => {
  test('leads to the section that answers, and says which one', async () => {
    const page = await asked('delete my survey answers');
    const link = page.locator('ol a:has(.result-heading)').first();
    const heading = (await link.locator('.result-heading').textContent()) ?? '';
    await link.click();
    await page.waitForURL('**/#*');
    const target = page.locator(`[id="${decodeURIComponent(new URL(page.url()).hash.slice(1))}"]`);
    expect(await target.textContent()).toContain(heading);
    await page.context().close();
  });

  test('tells topic, kind and level', async () => {
    const page = await asked('What is Kundig?');
    expect(await page.locator('.result-facts').first().textContent()).toBe(
      'Getting started · Question and answer · For beginners',
    );
    await page.context().close();
  });

  test('more come on demand, with the focus on the first of them', async () => {
    const page = await asked('articles');
    await eventually(() => results(page).count()).toBe(10);
    await page.getByRole('button', { name: 'Show more results' }).click();
    await eventually(() => results(page).count()).toBeGreaterThan(10);
    const eleventh = results(page).nth(10);
    await eventually(() => eleventh.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

describe('filters', () => {
  test('leave as many results as they promise, stand in the address, and are gone back from', async () => {
    const page = await asked('votes');
    const before = await status(page).textContent();
    await promised(page, 'Topic', /^Privacy/);
    expect(parameter(page, 'category')).toBe('privacy');
    expect(new Set(await page.locator('ol .result-facts').allTextContents())).toSatisfy(
      (facts: Set<string>) => [...facts].every((fact) => fact.startsWith('Privacy · ')),
    );
    await page.goBack();
    await eventually(() => status(page).textContent()).toBe(before);
    expect(await page.getByRole('combobox', { name: 'Topic' }).inputValue()).toBe('');
    await promised(page, 'Kind', /^How-to/);
    await page.getByRole('button', { name: 'Remove filters' }).click();
    await eventually(() => status(page).textContent()).toBe(before);
    expect(parameter(page, 'type')).toBeNull();
    await page.context().close();
  });

  test('that leave nothing say so and can be removed', async () => {
    const page = await asked('synonyms', 'en', '&category=privacy&type=troubleshooting&level=expert');
    expect(await status(page).textContent()).toBe('With these filters, nothing is left for “synonyms”.');
    expect(await page.getByRole('combobox', { name: 'Level', exact: true }).inputValue()).toBe('expert');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove filters' }).click();
    await results(page).first().waitFor();
    expect(new URL(page.url()).search).toBe('?q=synonyms');
    await page.context().close();
  });

  test('that nobody could have set leave nothing and break nothing', async () => {
    const page = await asked('synonyms', 'en', '&category=%3Cb%3E&type=x&level=__proto__');
    expect(await status(page).textContent()).toContain('nothing is left');
    await page.getByRole('button', { name: 'Remove filters' }).click();
    await results(page).first().waitFor();
    await page.context().close();
  });

  test('stay while the query changes', async () => {
    const page = await asked('votes', 'en', '&category=privacy');
    await page.getByRole('searchbox').fill('delete');
    await eventually(() => status(page).textContent()).toContain('“delete”');
    expect(parameter(page, 'category')).toBe('privacy');
    await page.context().close();
  });
});

test('the level of a reader changes the order, and hides nothing', async () => {
  const page = await asked('feedback');
  const before = await status(page).textContent();
  const order = async () => (await results(page).allTextContents()).join('\n');
  const first = await order();
  await page.getByLabel('Show first').selectOption({ label: 'For experts' });
  await eventually(order).not.toBe(first);
  expect(await status(page).textContent()).toBe(before);
  await page.context().close();
});

describe('a corrected query', () => {
  test('is said, with what was typed one click away', async () => {
    const page = await asked('umfarge ändern', 'de');
    expect(await status(page).textContent()).toContain('„umfrage ändern“');
    expect(await results(page).first().getAttribute('data-article')).toBe('expectations/edit-the-survey');
    expect(await barriersOn(page)).toEqual([]);
    const literal = page.getByRole('link', { name: 'Stattdessen nach „umfarge ändern“ suchen' });
    await literal.click();
    await eventually(() => status(page).textContent()).toContain('„umfarge ändern“');
    expect(new URL(page.url()).searchParams.has('literal')).toBe(true);
    expect(await literal.isVisible()).toBe(false);
    await page.goBack();
    await literal.waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('umfarge ändern');
    await page.context().close();
  });

  test('is said and announced below a box too, and the last but one option searches for what was typed', async () => {
    const page = await sample.open('/de/');
    await page.getByRole('combobox').fill('umfarge');
    await page.getByRole('option', { name: 'Stattdessen nach „umfarge“ suchen' }).waitFor();
    expect(await page.locator('.search-popup-note').textContent()).toContain('Ergebnisse für „umfrage“');
    await eventually(() => page.locator('form [role=status]').textContent()).toMatch(
      /Ergebnisse? für „umfrage“/,
    );
    await page.getByRole('option', { name: 'Stattdessen' }).click();
    await page.waitForURL((url) => url.searchParams.has('literal'));
    await status(page).filter({ hasText: 'umfarge' }).waitFor();
    await page.context().close();
  });

  test('that is typed on is corrected again', async () => {
    const page = await asked('umfarge', 'de', '&literal=');
    await page.getByRole('searchbox').fill('umfarge ändern');
    await eventually(() => status(page).textContent()).toContain('„umfrage ändern“');
    await eventually(() => new URL(page.url()).searchParams.has('literal')).toBe(false);
    await page.context().close();
  });
});

test('a question that an article answers in a few sentences gets that answer, with a link to all of it', async () => {
  const page = await asked('What does CSAT tell us?');
  const card = page.getByRole('region', { name: 'What does CSAT tell us?' });
  await card.waitFor();
  expect(await card.locator('div > p').count()).toBeGreaterThan(0);
  expect(await barriersOn(page)).toEqual([]);
  await card.getByRole('link', { name: 'Read the whole article' }).click();
  await page.waitForURL('**/en/customer-expectations/csat/');
  await page.context().close();
});

test('where nothing fits well the page says so, and offers topics, good articles and a person', async () => {
  const page = await asked('best pizza in town');
  expect(await status(page).textContent()).toContain('We found no exact match');
  expect(await results(page).count()).toBeGreaterThan(0);
  const topics = page.locator('.topics a:visible');
  expect(await topics.count()).toBeGreaterThan(0);
  expect(await page.getByRole('heading', { name: 'Recommended' }).isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: 'Talk to a person' }).isVisible()).toBe(true);
  expect(await page.locator('.direct-answer').isVisible()).toBe(false);
  expect(await barriersOn(page)).toEqual([]);
  await topics.first().click();
  await page.locator('.category-head').waitFor();
  await page.context().close();
});
