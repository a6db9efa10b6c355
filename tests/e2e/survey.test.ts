import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { wordingOf } from '../../src/core/survey/survey-wording.ts';
import { eventually } from './served-sample.ts';
import { questionOf, serveSurveySite } from './survey-site.ts';

const site = serveSurveySite();

const PHONE = { viewport: { width: 320, height: 640 } };
/** What is left of a screen of 1280 by 1024 pixels when a reader enlarges everything to 400 %. */
const ENLARGED = { viewport: { width: 320, height: 256 } };

const send = (page: Page) => page.locator('[data-part=survey-send]');
const thanks = (page: Page) => page.getByText('Thank you for your answers.');
const progress = (page: Page) => page.locator('.survey-progress p');
const asked = (page: Page) =>
  page
    .locator('[data-question]:visible')
    .evaluateAll((questions) => questions.map((question) => (question as HTMLElement).dataset.question));

/** Chooses an answer of a question that is shown. */
function choose(page: Page, question: string, answer: string): Promise<void> {
  return page.locator(`[data-question=${question}] input[value="${answer}"]`).check();
}

function kept(page: Page, key: string): Promise<unknown> {
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), key);
}

/** What of the question and its buttons cannot be brought wholly onto the screen; `everything` if none is shown. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll('.question :is(input, textarea), .survey-buttons button')];
    const shown = parts.filter((part) => part.checkVisibility({ visibilityProperty: true }));
    const lost = shown.filter((part) => {
      part.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = part.getBoundingClientRect();
      return left < 0 || right > innerWidth || top < 0 || bottom > innerHeight;
    });
    return shown.length === 0 ? ['everything'] : lost.map((part) => part.outerHTML);
  });
}

/** Steps on a small screen until a question is shown. */
async function stepTo(page: Page, question: string): Promise<void> {
  for (let steps = 0; steps < 20; steps += 1) {
    const [shown] = await asked(page);
    if (shown === question) return;
    if (shown === 'with-you') await choose(page, 'with-you', '4');
    await send(page).click();
  }
  throw new Error(`The survey never came to ${question}.`);
}

describe('what applies', () => {
  test('a question appears with the answer on which it depends, and what was said there is not sent without it', async () => {
    const page = await site.open('/en/survey/?source=condition');
    const why = page.getByLabel('What kept you from it?');
    expect(await why.isVisible()).toBe(false);
    await choose(page, 'reached', '2');
    await why.fill('Nobody answered.');
    expect(await progress(page).textContent()).toBe('2 of 13 answered');
    await choose(page, 'reached', '5');
    expect(await why.isVisible()).toBe(false);
    expect(await progress(page).textContent()).toBe('1 of 12 answered');
    await choose(page, 'with-you', '4');
    const request = page.waitForRequest('**/api/answers');
    await send(page).click();
    await thanks(page).waitFor();
    const { answers, wordings } = (await request).postDataJSON();
    expect(answers).toEqual({ reached: 5, 'with-you': 4 });
    expect(Object.keys(wordings)).toEqual(['reached', 'with-you']);
    expect((await site.storedFrom('condition')).map((sheet) => sheet.answers)).toEqual([answers]);
    await page.context().close();
  });

  test('the category of the article from which a reader comes decides', async () => {
    const page = await site.open('/en/survey/?source=category&article=billing/refund');
    expect(await asked(page)).toContain('invoice');
    await choose(page, 'invoice', '2');
    await choose(page, 'with-you', '3');
    await send(page).click();
    await thanks(page).waitFor();
    expect(await site.storedFrom('category')).toMatchObject([
      { article: 'billing/refund', answers: { invoice: 2, 'with-you': 3 } },
    ]);
    await page.goto(`${site.address}/en/survey/?article=shop/refund`);
    await page.getByRole('button', { name: 'Answer again' }).click();
    expect(await asked(page)).not.toContain('invoice');
    await page.context().close();
  });

  test('the level that readers say or have chosen decides, and is told with the answers', async () => {
    const page = await site.open('/en/survey/?source=level');
    expect(await asked(page)).not.toContain('deeper');
    await page.evaluate(() => localStorage.setItem('kundig:level', '"expert"'));
    await page.reload();
    expect(await asked(page)).toContain('deeper');
    await choose(page, 'experience', 'beginner');
    expect(await asked(page)).not.toContain('deeper');
    await choose(page, 'experience', 'expert');
    await choose(page, 'deeper', '1');
    await choose(page, 'with-you', '3');
    await send(page).click();
    await thanks(page).waitFor();
    expect(await site.storedFrom('level')).toMatchObject([
      { level: 'expert', answers: { deeper: 1, experience: 'expert', 'with-you': 3 } },
    ]);
    await page.context().close();
  });

  test('an address that names no article asks as if it named none', async () => {
    const page = await site.open('/en/survey/?source=strange&article=%3Cb%3E');
    await choose(page, 'with-you', '3');
    await send(page).click();
    await thanks(page).waitFor();
    expect((await site.storedFrom('strange')).map(({ article }) => article)).toEqual([undefined]);
    await page.context().close();
  });
});

describe('the order of a level', () => {
  test('differs between readers, and stays for one who has begun', async () => {
    const orders = new Set<string>();
    let page = await site.open('/en/survey/');
    // Seven readers who all see the same of 720 orders: once in 10^17 runs.
    for (let readers = 0; readers < 7; readers += 1) {
      await page.context().close();
      page = await site.open('/en/survey/');
      orders.add(String(await asked(page)));
    }
    expect(orders.size).toBeGreaterThan(1);
    const order = await asked(page);
    await choose(page, 'right-four', '2');
    for (let loads = 0; loads < 3; loads += 1) {
      await page.reload();
      expect(await asked(page)).toEqual(order);
    }
    await page.context().close();
  });
});

describe('one question at a time', () => {
  test('with the keyboard alone at 320 pixels: Enter goes on, the focus is on what is asked', async () => {
    const page = await site.open('/en/survey/?source=phone-keys', PHONE);
    const focused = () =>
      page.evaluate(() => ({
        question: document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset.question,
        isWhatAsks: document.activeElement?.matches('.question-text') ?? false,
      }));
    await page.locator('[data-question]:visible input').first().focus();
    for (let place = 1; place <= 7; place += 1) {
      expect(await progress(page).textContent()).toBe(`Question ${place} of 12`);
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      const [shown] = await asked(page);
      expect(await focused()).toEqual({ question: shown, isWhatAsks: true });
      await page.keyboard.press('Tab');
    }
    // The seventh answer was a 2: the question that depends on it has come up.
    expect(await asked(page)).toEqual(['why-not']);
    expect(await progress(page).textContent()).toBe('Question 8 of 13');
    await page.keyboard.type('Too late.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await asked(page)).toEqual(['with-you']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (const next of ['recommend', 'used', 'experience']) {
      await page.keyboard.press('Enter');
      expect(await focused()).toEqual({ question: next, isWhatAsks: true });
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    expect(await focused()).toEqual({ question: 'improve', isWhatAsks: true });
    await page.getByRole('button', { name: 'Send my answers' }).press('Enter');
    await thanks(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('thanks');
    const [sheet] = await site.storedFrom('phone-keys');
    expect(sheet?.answers).toEqual({
      'right-one': 2,
      'right-two': 2,
      'right-three': 2,
      'right-four': 2,
      'right-five': 2,
      'right-six': 2,
      reached: 2,
      'why-not': 'Too late.',
      'with-you': 1,
    });
    await page.context().close();
  });

  test('a question may be skipped, and one that needs an answer says so and stays', async () => {
    const page = await site.open('/en/survey/', PHONE);
    for (let steps = 0; steps < 7; steps += 1) {
      expect(await send(page).textContent()).toBe('Skip');
      await send(page).click();
    }
    expect(await asked(page)).toEqual(['with-you']);
    expect(await send(page).textContent()).toBe('Next');
    await send(page).click();
    const question = page.getByRole('group', { name: 'Are we on your side?' });
    expect(await question.getByRole('alert').textContent()).toBe('This question needs an answer.');
    const described = await question.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).textContent()).toBe('This question needs an answer.');
    expect(
      await question
        .getByRole('radio')
        .first()
        .evaluate((radio) => radio === document.activeElement),
    ).toBe(true);
    await choose(page, 'with-you', '5');
    expect(await question.getByRole('alert').count()).toBe(0);
    expect(await question.getAttribute('aria-describedby')).toBe(null);
    await send(page).click();
    expect(await asked(page)).toEqual(['recommend']);
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await asked(page)).toEqual(['with-you']);
    expect(await page.locator('[data-question=with-you] :checked').getAttribute('value')).toBe('5');
    await page.context().close();
  });

  test('nothing sticks out at 400 % zoom, and everything can be reached', async () => {
    for (const locale of ['en', 'de']) {
      const page = await site.open(`/${locale}/survey/`, ENLARGED);
      for (let steps = 0; steps < 12; steps += 1) {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        const [shown] = await asked(page);
        if (shown === 'with-you') await choose(page, 'with-you', '4');
        expect(await outOfReach(page), shown).toEqual([]);
        await send(page).click();
      }
      await page.locator('.thanks').waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.context().close();
    }
  });

  test('turning the screen keeps the place and the answers', async () => {
    const page = await site.open('/en/survey/', PHONE);
    await stepTo(page, 'reached');
    await choose(page, 'reached', '3');
    await page.setViewportSize({ width: 900, height: 500 });
    await eventually(() => asked(page)).toHaveLength(12);
    expect(await page.locator('[data-question=reached] :checked').getAttribute('value')).toBe('3');
    expect(
      await page.locator('[data-question=reached]').evaluate((question) => {
        const { top, bottom } = question.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && question.contains(document.activeElement);
      }),
    ).toBe(true);
    await page.setViewportSize({ width: 320, height: 640 });
    await eventually(() => asked(page)).toEqual(['reached']);
    expect(await page.locator('[data-question=reached] :checked').getAttribute('value')).toBe('3');
    await page.context().close();
  });
});

describe('all questions on one page', () => {
  test('with the keyboard alone: Enter goes to the next question, after the last to the button', async () => {
    const page = await site.open('/en/survey/?source=keys');
    await page.locator('[data-question]:visible input').first().focus();
    const place = () =>
      page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-question]')?.dataset.question);
    const order = await asked(page);
    for (const [index, question] of order.slice(0, -1).entries()) {
      expect(await place()).toBe(question);
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      // The question that appears with a 1 comes up on the way.
      if (question === 'reached') {
        expect(await place()).toBe('why-not');
        await page.keyboard.type('Too late.');
        await page.keyboard.press('Tab');
        continue;
      }
      expect(await place()).toBe(order[index + 1]);
    }
    expect(await site.storedFrom('keys')).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await thanks(page).waitFor();
    const [sheet] = await site.storedFrom('keys');
    expect(sheet?.answers).toMatchObject({
      reached: 1,
      'why-not': 'Too late.',
      used: ['search'],
      recommend: 0,
    });
    await page.context().close();
  });

  test('what needs an answer is pointed to, the first with the focus', async () => {
    const page = await site.open('/en/survey/?source=missing');
    await choose(page, 'recommend', '9');
    await send(page).click();
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).toBe('This question needs an answer.');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe(
      'answers.with-you',
    );
    expect(await site.storedFrom('missing')).toEqual([]);
    await page.context().close();
  });

  test('how far the reader is stays in sight', async () => {
    const page = await site.open('/en/survey/', { viewport: { width: 1000, height: 600 } });
    await page.getByLabel('What should we improve?').scrollIntoViewIfNeeded();
    const bar = page.getByRole('progressbar', { name: '0 of 12 answered' });
    const fromTop = await bar.evaluate((bar) => bar.getBoundingClientRect().top);
    expect(fromTop).toBeGreaterThan(0);
    expect(fromTop).toBeLessThan(100);
    await choose(page, 'recommend', '9');
    await page.getByRole('progressbar', { name: '1 of 12 answered' }).waitFor();
    await page.context().close();
  });
});

describe('without script', () => {
  test('everything stands on one page, is sent with its wordings, and says when a question may not apply', async () => {
    const page = await site.open('/de/survey/?source=plain', { javaScriptEnabled: false });
    expect(await asked(page)).toHaveLength(15);
    expect(await page.getByText('Bitte nur beantworten, falls es auf Sie zutrifft.').count()).toBe(3);
    expect(
      await page
        .locator('.survey-progress, [data-part=survey-back], .survey-kept')
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    await choose(page, 'reached', '4');
    await choose(page, 'with-you', '2');
    await send(page).click();
    await page.getByText('Danke für Ihre Antworten.').waitFor();
    const [sheet] = await site.storedFrom('plain');
    expect(sheet).toMatchObject({ locale: 'de', answers: { reached: 4, 'with-you': 2 } });
    expect(Object.keys(sheet?.wordings ?? {}).sort()).toEqual(['reached', 'with-you']);
    await page.context().close();
  });

  test('the wordings are those of the page, with the script as without it', async () => {
    const question = questionOf('with-you');
    for (const javaScriptEnabled of [false, true]) {
      const source = `words-${javaScriptEnabled}`;
      for (const locale of ['en', 'de']) {
        const page = await site.open(`/${locale}/survey/?source=${source}`, { javaScriptEnabled });
        await choose(page, 'with-you', '2');
        await send(page).click();
        await page.getByText(/Thank you for your answers\.|Danke für Ihre Antworten\./).waitFor();
        await page.context().close();
      }
      const wordings = (await site.storedFrom(source)).map((sheet) => sheet.wordings?.['with-you']);
      expect(wordings).toEqual([wordingOf(question, 'en', 'en'), wordingOf(question, 'de', 'en')]);
    }
  });
});

test('an offer to show articles for the level that a reader gave is kept only if they say so', async () => {
  for (const [answer, level] of [
    ['No, thanks', null],
    ['Yes, please', 'expert'],
  ] as const) {
    const page = await site.open('/en/survey/');
    await choose(page, 'experience', 'expert');
    await choose(page, 'with-you', '4');
    await send(page).click();
    await page.getByText('Shall articles for experts come first from now on?').waitFor();
    expect(await kept(page, 'kundig:level')).toBe(null);
    await page.getByRole('button', { name: answer }).click();
    expect(await kept(page, 'kundig:level')).toBe(level);
    expect(await page.getByRole('button', { name: answer }).count()).toBe(0);
    if (level) await page.getByText('From now on they come first.').waitFor();
    await page.context().close();
  }
});

test('who has chosen that level already, or gave none, is offered nothing', async () => {
  for (const answers of [{ experience: 'expert' }, {}]) {
    const page = await site.open('/en/survey/', {}, (page) =>
      page.addInitScript(() => localStorage.setItem('kundig:level', '"expert"')),
    );
    for (const [question, answer] of Object.entries(answers)) await choose(page, question, answer);
    await choose(page, 'with-you', '4');
    await send(page).click();
    await thanks(page).waitFor();
    expect(await page.getByText('come first from now on').count()).toBe(0);
    await page.context().close();
  }
});
