import { expect, test } from 'vitest';
import { readTexts } from '../../../src/readers/texts.ts';
import { vote } from '../../stores/submissions.ts';
import { stored } from '../help-centre.ts';
import { formsOf } from '../html-page.ts';
import { BROWSER, openGuarded } from '../senders.ts';

const english = readTexts('en');
const { id: _, ...said } = vote(1, { locale: 'en' });
const no = { ...said, level: '', helpful: 'false' };
const yes = { ...no, helpful: 'true' };

test('reloading the page of thanks sends the same vote again, and it counts once', async () => {
  const guarded = await openGuarded();
  const first = await guarded.form({}, '/api/votes', no);
  guarded.wait(4 * 60_000);
  const again = await guarded.form({}, '/api/votes', no);
  expect(again.status).toBe(201);
  expect(await again.text()).toBe(await first.text());
  expect(await stored(guarded.centre)).toHaveLength(1);
});

test('a survey that is sent again counts once, one with another answer does not pass for it', async () => {
  const guarded = await openGuarded();
  const sheet = { locale: 'en', 'answers.nps': '9', 'answers.more': 'Thanks' };
  for (const fields of [sheet, sheet, { ...sheet, 'answers.nps': '8' }]) {
    expect((await guarded.form({}, '/api/answers', fields)).status).toBe(201);
    guarded.wait(1000);
  }
  expect(await stored(guarded.centre)).toMatchObject([{ answers: { nps: 9 } }, { answers: { nps: 8 } }]);
});

test.for([
  ['another answer', {}, yes],
  ['another article', {}, { ...no, article: 'billing/other' }],
  ['another revision', {}, { ...no, revision: 'ba9876543210' }],
  ['another address', { address: '198.51.100.8' }, no],
  ['another browser', { userAgent: BROWSER.replaceAll('143', '142') }, no],
] as const)('%s is another vote', async ([, from, fields]) => {
  const guarded = await openGuarded();
  await guarded.form({}, '/api/votes', no);
  await guarded.form(from, '/api/votes', fields);
  expect(await stored(guarded.centre)).toHaveLength(2);
});

test('five minutes later the same form is another vote, a minute after midnight it is not', async () => {
  const guarded = await openGuarded();
  guarded.clock.now = new Date('2026-03-01T23:59:00Z');
  await guarded.form({}, '/api/votes', no);
  guarded.clock.now = new Date('2026-03-02T00:01:00Z');
  await guarded.form({}, '/api/votes', no);
  expect(await stored(guarded.centre)).toHaveLength(1);
  guarded.clock.now = new Date('2026-03-02T00:06:00Z');
  await guarded.form({}, '/api/votes', no);
  expect(await stored(guarded.centre)).toHaveLength(2);
});

test.for(['vote.withdraw', 'collector.vote.to-yes'])(
  'whoever uses "%s" and then says the same again is heard again',
  async (button) => {
    const guarded = await openGuarded();
    const page = await (await guarded.form({}, '/api/votes', no)).text();
    const form = formsOf(page, '/api/votes').find((one) => one.button === english[button]);
    const address = form?.action ?? '';
    expect((await guarded.form({}, address, Object.fromEntries(form?.fields ?? []))).status).toBe(200);
    guarded.wait(1000);
    const kept = (await stored(guarded.centre)).length;
    await guarded.form({}, '/api/votes', no);
    const now = await stored(guarded.centre);
    expect(now).toHaveLength(kept + 1);
    expect(now.at(-1)).toMatchObject({ helpful: false });
  },
);

test('a reason given in between does not make another vote of the same form', async () => {
  const guarded = await openGuarded();
  const page = await (await guarded.form({}, '/api/votes', no)).text();
  const [why] = formsOf(page, '/api/votes');
  const fields = { ...Object.fromEntries(why?.fields ?? []), reason: 'outdated' };
  expect((await guarded.form({}, why?.action ?? '', fields)).status).toBe(200);
  await guarded.form({}, '/api/votes', no);
  expect(await stored(guarded.centre)).toMatchObject([{ reason: 'outdated' }]);
});
