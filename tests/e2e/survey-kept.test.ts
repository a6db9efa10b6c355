import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually } from './served-sample.ts';
import { serveSurveySite } from './survey-site.ts';

const site = serveSurveySite();

const send = (page: Page) => page.locator('[data-part=survey-send]');
const thanks = (page: Page) => page.getByText('Thank you for your answers.');
const note = (page: Page) => page.locator('[data-part=survey-note]');
const status = (page: Page) => page.locator('[data-part=survey-status]');
const answerOf = (page: Page, question: string) =>
  page
    .locator(`[data-question=${question}] :checked`)
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));

function choose(page: Page, question: string, answer: string): Promise<void> {
  return page.locator(`[data-question=${question}] input[value="${answer}"]`).check();
}

function kept<Kept>(page: Page, key: string): Promise<Kept> {
  return page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), key);
}

/** What waits in this browser to be sent. */
function outbox(page: Page): Promise<{ id: string; body: object }[]> {
  return page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('kundig:outbox:'))
      .map((key) => JSON.parse(localStorage.getItem(key) ?? 'null')),
  );
}

/** Changes what the browser keeps, as if time had passed or the site had changed. */
function change(page: Page, key: string, changes: Record<string, unknown>): Promise<void> {
  return page.evaluate(
    ([key, changes]) => {
      const before = JSON.parse(localStorage.getItem(key) ?? '{}');
      localStorage.setItem(key, JSON.stringify({ ...before, ...changes }));
    },
    [key, changes] as const,
  );
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Answers the question that needs it, and sends. */
async function answerAndSend(page: Page): Promise<void> {
  await choose(page, 'with-you', '4');
  await send(page).click();
}

describe('a survey that was begun', () => {
  test('goes on where it was, with its answers, its source and its article, in the other language too', async () => {
    const page = await site.open('/en/survey/?source=resumed&article=billing/refund', {
      viewport: { width: 390, height: 800 },
    });
    expect(await kept(page, 'kundig:survey-draft')).toBe(null);
    const shown = page.locator('[data-question]:visible');
    for (let steps = 0; steps < 6; steps += 1) await send(page).click();
    await choose(page, 'reached', '1');
    await send(page).click();
    await page.getByLabel('What kept you from it?').fill('Nobody was there.');
    await page.getByText('Your answers stay on this device until you send them, at most 7 days.').waitFor();
    await page.goto(`${site.address}/de/survey/`);
    expect(await note(page).textContent()).toContain('Willkommen zurück!');
    expect(await shown.getAttribute('data-question')).toBe('why-not');
    expect(await page.getByLabel('Was hat Sie gehindert?').inputValue()).toBe('Nobody was there.');
    await page.getByRole('button', { name: 'Weiter' }).click();
    await choose(page, 'with-you', '5');
    while ((await send(page).textContent()) !== 'Antworten absenden') await send(page).click();
    await send(page).click();
    await page.getByText('Danke für Ihre Antworten.').waitFor();
    expect(await site.storedFrom('resumed')).toMatchObject([
      {
        locale: 'de',
        article: 'billing/refund',
        answers: { reached: 1, 'why-not': 'Nobody was there.', 'with-you': 5 },
      },
    ]);
    expect(await kept(page, 'kundig:survey-draft')).toBe(null);
    await page.context().close();
  });

  test('on a wide screen leads back to the question at which it was left', async () => {
    const page = await site.open('/en/survey/', { viewport: { width: 1000, height: 500 } });
    await choose(page, 'recommend', '7');
    await page.reload();
    await page.getByRole('button', { name: 'Go on where I stopped' }).click();
    const isInSight = page.locator('[data-question=recommend]').evaluate((question) => {
      const { top, bottom } = question.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight && question.contains(document.activeElement);
    });
    expect(await isInSight).toBe(true);
    await page.context().close();
  });

  test('loses only the answers to questions that ask something else by now', async () => {
    const page = await site.open('/en/survey/');
    await choose(page, 'right-one', '2');
    await choose(page, 'right-two', '3');
    const { wordings } = await kept<{ wordings: Record<string, string> }>(page, 'kundig:survey-draft');
    await change(page, 'kundig:survey-draft', { wordings: { ...wordings, 'right-one': '00000000' } });
    await page.reload();
    expect(await answerOf(page, 'right-one')).toEqual([]);
    expect(await answerOf(page, 'right-two')).toEqual(['3']);
    expect(await kept(page, 'kundig:survey-draft')).toMatchObject({ answers: { 'right-two': 3 } });
    await page.context().close();
  });

  test('is gone after a week, whichever page is opened', async () => {
    const page = await site.open('/en/survey/');
    await choose(page, 'right-one', '2');
    await change(page, 'kundig:survey-draft', { day: daysAgo(9) });
    await page.goto(`${site.address}/en/billing/refund/`);
    await eventually(() => kept(page, 'kundig:survey-draft')).toBe(null);
    await page.goto(`${site.address}/en/survey/`);
    expect(await answerOf(page, 'right-one')).toEqual([]);
    expect(await note(page).textContent()).toBe('');
    await page.context().close();
  });

  test('can be begun anew, and nothing stays on the device', async () => {
    const page = await site.open('/en/survey/');
    await choose(page, 'right-one', '2');
    await page.getByLabel('What should we improve?').fill('Everything');
    await page.getByRole('button', { name: 'Start again' }).click();
    expect(await note(page).textContent()).toBe('Your answers are deleted from this device.');
    expect(await answerOf(page, 'right-one')).toEqual([]);
    expect(await page.getByLabel('What should we improve?').inputValue()).toBe('');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });

  test('is not kept once its last answer is taken back', async () => {
    const page = await site.open('/en/survey/');
    await choose(page, 'right-one', '2');
    await page.locator('[data-question=right-one]').getByRole('radio', { name: 'No answer' }).check();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    expect(await page.getByRole('button', { name: 'Start again' }).isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('without a connection', () => {
  test('answers wait on the device, the page says so, and they are sent when the connection is back', async () => {
    const page = await site.open('/en/survey/?source=offline');
    await page.context().setOffline(true);
    await answerAndSend(page);
    await page.getByText('You are offline. Your answers are saved on this device').waitFor();
    expect(await thanks(page).count()).toBe(0);
    expect(await kept(page, 'kundig:survey-sent')).toBe(null);
    expect(await outbox(page)).toMatchObject([{ method: 'POST', receiptKey: 'kundig:survey-sent' }]);
    expect(await site.storedFrom('offline')).toEqual([]);
    await page.context().setOffline(false);
    await thanks(page).waitFor();
    const [sheet] = await site.storedFrom('offline');
    expect(await kept(page, 'kundig:survey-sent')).toEqual({
      id: sheet?.id,
      receipt: expect.stringMatching(/^.{16,}$/),
      day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(await outbox(page)).toEqual([]);
    await page.context().close();
  });

  test('they are sent by the next page of the site that is opened, and counted once', async () => {
    const page = await site.open('/en/survey/?source=another-page');
    await page.context().setOffline(true);
    await answerAndSend(page);
    await page.getByText('You are offline.').waitFor();
    const context = page.context();
    await page.close();
    await context.setOffline(false);
    const article = await context.newPage();
    await article.goto(`${site.address}/en/billing/refund/`);
    await eventually(() => kept(article, 'kundig:survey-sent')).not.toBe(null);
    expect(await site.storedFrom('another-page')).toHaveLength(1);
    await article.reload({ waitUntil: 'networkidle' });
    expect(await site.storedFrom('another-page')).toHaveLength(1);
    await context.close();
  });

  test('they are sent by whichever page is open when the connection is back', async () => {
    const page = await site.open('/en/survey/?source=open-page');
    await page.route('**/api/answers', (route) => route.fulfill({ status: 503 }));
    await answerAndSend(page);
    await page.getByText('did not reach us').waitFor();
    await page.goto(`${site.address}/en/billing/refund/`, { waitUntil: 'networkidle' });
    await page.unroute('**/api/answers');
    expect(await kept(page, 'kundig:survey-sent')).toBe(null);
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await eventually(() => kept(page, 'kundig:survey-sent')).not.toBe(null);
    expect(await site.storedFrom('open-page')).toHaveLength(1);
    await page.context().close();
  });

  test('they can be withdrawn without having been sent', async () => {
    const page = await site.open('/en/survey/?source=offline-withdrawn');
    await page.context().setOffline(true);
    await answerAndSend(page);
    await page.getByRole('button', { name: 'Withdraw my answers' }).click();
    await page.getByText('Your answers are deleted.').waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().setOffline(false);
    await page.goto(`${site.address}/en/billing/refund/`, { waitUntil: 'networkidle' });
    expect(await site.storedFrom('offline-withdrawn')).toEqual([]);
    await page.context().close();
  });
});

describe('where the collector cannot take them', () => {
  test('answers wait, and are sent when the reader tries again', async () => {
    const page = await site.open('/en/survey/?source=busy');
    await page.route('**/api/answers', (route) => route.fulfill({ status: 503 }), { times: 1 });
    await answerAndSend(page);
    await page.getByText('Your answers did not reach us. They are saved on this device').waitFor();
    await page.getByRole('button', { name: 'Try again now' }).click();
    await thanks(page).waitFor();
    expect(await site.storedFrom('busy')).toHaveLength(1);
    await page.context().close();
  });

  test('whoever comes back finds them waiting, and sent as soon as that is possible', async () => {
    const page = await site.open('/en/survey/?source=busy-twice');
    await page.route('**/api/answers', (route) => route.fulfill({ status: 429 }));
    await answerAndSend(page);
    await page.getByText('did not reach us').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
    expect(await page.locator('[data-survey]').count()).toBe(0);
    await page.unroute('**/api/answers');
    await page.reload();
    await thanks(page).waitFor();
    expect(await site.storedFrom('busy-twice')).toHaveLength(1);
    await page.context().close();
  });

  test('a sheet whose receipt was lost on the way counts once', async () => {
    const page = await site.open('/en/survey/?source=lost');
    await page.route(
      '**/api/answers',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await answerAndSend(page);
    await page.getByText('did not reach us').waitFor();
    await page.getByRole('button', { name: 'Try again now' }).click();
    await thanks(page).waitFor();
    expect(await site.storedFrom('lost')).toHaveLength(1);
    await page.context().close();
  });

  test('a sheet that may have arrived is withdrawn there, too', async () => {
    const page = await site.open('/en/survey/?source=lost-withdrawn');
    let isBroken = true;
    await page.route('**/api/answers', async (route) => {
      if (!isBroken) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await answerAndSend(page);
    await page.getByText('did not reach us').waitFor();
    await page.getByRole('button', { name: 'Withdraw my answers' }).click();
    await page.getByText('Your answers could not be withdrawn. Please try again.').waitFor();
    expect(await site.storedFrom('lost-withdrawn')).toHaveLength(1);
    isBroken = false;
    await page.getByRole('button', { name: 'Withdraw my answers' }).click();
    await page.getByText('Your answers are deleted.').waitFor();
    expect(await site.storedFrom('lost-withdrawn')).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });

  test('nobody is thanked, and nothing promised, where the device keeps nothing either', async () => {
    const page = await site.open('/en/survey/?source=nowhere', {}, (page) =>
      page.addInitScript(() => {
        for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
          Storage.prototype[method] = () => {
            throw new DOMException('Storage is switched off.', 'SecurityError');
          };
        }
      }),
    );
    await page.route('**/api/answers', (route) => route.abort(), { times: 1 });
    await choose(page, 'right-one', '2');
    expect(await page.getByText('Your answers stay on this device').isVisible()).toBe(false);
    await answerAndSend(page);
    await status(page)
      .filter({ hasText: 'could not be saved, neither with us nor on this device' })
      .waitFor();
    expect(await answerOf(page, 'right-one')).toEqual(['2']);
    await send(page).click();
    await thanks(page).waitFor();
    expect(await site.storedFrom('nowhere')).toHaveLength(1);
    await page.context().close();
  });
});

describe('a sheet that is refused', () => {
  const refusal = {
    status: 400,
    contentType: 'application/problem+json',
    body: JSON.stringify({ errors: [{ pointer: '#/answers/with-you', detail: 'must be a whole number' }] }),
  };

  test('stays in the form, with what was refused pointed out, and is not sent again by itself', async () => {
    const page = await site.open('/en/survey/?source=refused');
    await page.route('**/api/answers', (route) => route.fulfill(refusal), { times: 1 });
    await choose(page, 'right-one', '2');
    await answerAndSend(page);
    await status(page).filter({ hasText: 'Your answers were not accepted' }).waitFor();
    expect(await page.getByRole('alert').textContent()).toBe(
      'This answer was not accepted. Please change it.',
    );
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe(
      'answers.with-you',
    );
    expect(await outbox(page)).toEqual([]);
    expect(await kept(page, 'kundig:survey-draft')).toMatchObject({
      answers: { 'right-one': 2, 'with-you': 4 },
    });
    await send(page).click();
    await thanks(page).waitFor();
    expect(await site.storedFrom('refused')).toHaveLength(1);
    await page.context().close();
  });

  test('while the reader was elsewhere comes back into the form, and keeps no other from being sent', async () => {
    const page = await site.open('/en/survey/?source=refused-later');
    await page.route('**/api/answers', (route) => route.abort());
    await choose(page, 'right-one', '2');
    await answerAndSend(page);
    await page.getByText('did not reach us').waitFor();
    const asked: string[] = [];
    await page.unroute('**/api/answers');
    await page.route('**/api/answers', async (route) => {
      const { id } = route.request().postDataJSON();
      asked.push(id);
      return id === 'another'
        ? route.fulfill({ status: 201, json: { receipt: 'r'.repeat(43) } })
        : route.fulfill(refusal);
    });
    const [first] = await outbox(page);
    await page.evaluate((first) => {
      const another = { ...first, id: 'another', body: { id: 'another' }, receiptKey: undefined };
      localStorage.setItem('kundig:outbox:another:POST', JSON.stringify(another));
      localStorage.setItem('kundig:outbox:poison:POST', 'poison');
    }, first);
    await page.goto(`${site.address}/en/billing/refund/`);
    const both = [first?.id, 'another'].sort();
    await eventually(() => asked.toSorted()).toEqual(both);
    await eventually(() => outbox(page)).toMatchObject([{ id: first?.id, refused: true }]);
    await page.reload({ waitUntil: 'networkidle' });
    expect(asked.toSorted()).toEqual(both);
    await page.goto(`${site.address}/en/survey/`);
    expect(await note(page).textContent()).toContain('were not accepted and are not stored with us');
    expect(await answerOf(page, 'right-one')).toEqual(['2']);
    expect(await outbox(page)).toEqual([]);
    await page.unroute('**/api/answers');
    await send(page).click();
    await thanks(page).waitFor();
    expect(await site.storedFrom('refused-later')).toHaveLength(1);
    await page.context().close();
  });

  test('is not sent again and again where the device has no room to note that it was refused', async () => {
    const page = await site.open('/en/survey/?source=no-room');
    await page.route('**/api/answers', (route) => route.abort());
    await answerAndSend(page);
    await page.getByText('did not reach us').waitFor();
    await page.unroute('**/api/answers');
    let sent = 0;
    await page.route('**/api/answers', (route) => {
      sent += 1;
      return route.fulfill(refusal);
    });
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('There is no room.', 'QuotaExceededError');
      };
    });
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText('did not reach us').waitFor();
    // By the survey, and by what sends on every page.
    expect(sent).toBeLessThanOrEqual(2);
    await page.context().close();
  });

  test('of which the survey asks nothing any more leaves nothing to look through, and the page says so', async () => {
    const page = await site.open('/en/survey/?source=refused-gone');
    await page.route('**/api/answers', (route) => route.abort());
    await answerAndSend(page);
    await page.getByText('did not reach us').waitFor();
    const [entry] = await outbox(page);
    const body = { ...entry?.body, answers: { gone: 4 }, wordings: { gone: '00000000' } };
    await page.evaluate(
      (changed) => localStorage.setItem(`kundig:outbox:${changed.id}:POST`, JSON.stringify(changed)),
      { id: '', ...entry, body },
    );
    await page.unroute('**/api/answers');
    await page.goto(`${site.address}/en/billing/refund/`);
    await eventually(() => outbox(page)).toMatchObject([{ refused: true }]);
    await page.goto(`${site.address}/en/survey/`);
    expect(await note(page).textContent()).toContain('no longer ask these questions');
    expect(await outbox(page)).toEqual([]);
    await page.context().close();
  });
});

test('what the collector left out is named', async () => {
  const page = await site.open('/en/survey/');
  const json = { receipt: 'r'.repeat(43), leftOut: ['right-one', 'no-longer-there'] };
  await page.route('**/api/answers', (route) => route.fulfill({ status: 201, json }));
  await choose(page, 'right-one', '2');
  await answerAndSend(page);
  await page.getByText('We did not keep your answers to these questions').waitFor();
  expect(await page.locator('.thanks li').allTextContents()).toEqual(['Was answer one right?']);
  await page.context().close();
});

describe('answers that were sent', () => {
  test('are withdrawn at once', async () => {
    const page = await site.open('/en/survey/?source=withdrawn-now');
    await answerAndSend(page);
    await thanks(page).waitFor();
    expect(await site.storedFrom('withdrawn-now')).toHaveLength(1);
    await page.getByRole('button', { name: 'Withdraw my answers' }).click();
    await page.getByText('Your answers are deleted.').waitFor();
    expect(await site.storedFrom('withdrawn-now')).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });

  test('are withdrawn later, from the page that tells of them', async () => {
    const page = await site.open('/en/survey/?source=withdrawn-later');
    await answerAndSend(page);
    await thanks(page).waitFor();
    await change(page, 'kundig:survey-sent', { day: '2026-03-03' });
    await page.reload();
    expect(await note(page).textContent()).toContain('You answered on March 3, 2026.');
    await page.route('**/api/answers/*', (route) => route.abort(), { times: 1 });
    await page.getByRole('button', { name: 'Withdraw my answers' }).click();
    await page.getByText('Your answers could not be withdrawn.').waitFor();
    expect(await site.storedFrom('withdrawn-later')).toHaveLength(1);
    await page.getByRole('button', { name: 'Withdraw my answers' }).click();
    await page.getByText('Your answers are deleted.').waitFor();
    expect(await site.storedFrom('withdrawn-later')).toEqual([]);
    expect(await kept(page, 'kundig:survey-sent')).toBe(null);
    await page.context().close();
  });

  test('are not asked for again within 90 days unless the reader insists', async () => {
    const page = await site.open('/en/survey/?source=again');
    await answerAndSend(page);
    await thanks(page).waitFor();
    await page.reload();
    expect(await page.locator('[data-survey]').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Answer again' }).click();
    await answerAndSend(page);
    await thanks(page).waitFor();
    expect(await site.storedFrom('again')).toHaveLength(2);
    await change(page, 'kundig:survey-sent', { day: daysAgo(91) });
    await page.reload();
    expect(await page.locator('[data-survey]').isVisible()).toBe(true);
    await page.context().close();
  });
});

test('a survey that was sent from another tab is not sent again unless the reader insists', async () => {
  const page = await site.open('/en/survey/?source=two-tabs');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await choose(other, 'recommend', '3');
  await answerAndSend(page);
  await thanks(page).waitFor();
  await note(other).getByText('You answered on').waitFor();
  expect(await other.locator('[data-survey]').isVisible()).toBe(false);
  await other.getByRole('button', { name: 'Answer again' }).click();
  expect(await answerOf(other, 'recommend')).toEqual(['3']);
  expect(await site.storedFrom('two-tabs')).toHaveLength(1);
  await page.context().close();
});

test('a reader who only looks at the survey leaves nothing on the device, and loads nothing of what waits', async () => {
  const loaded: string[] = [];
  const page = await site.open('/en/billing/refund/', {}, async (page) => {
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  });
  await page.waitForLoadState('networkidle');
  expect(loaded.filter((path) => /later/.test(path))).toEqual([]);
  await page.goto(`${site.address}/en/survey/`);
  await send(page).click();
  await page.getByText('This question needs an answer.').waitFor();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await choose(page, 'right-one', '2');
  loaded.length = 0;
  await page.goto(`${site.address}/en/billing/refund/`, { waitUntil: 'networkidle' });
  expect(loaded.filter((path) => /later/.test(path))).toHaveLength(1);
  await page.context().close();
});
