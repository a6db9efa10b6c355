import { afterEach, expect, test, vi } from 'vitest';
import { today } from '../../../src/client/day.ts';
import type { Waiting } from '../../../src/client/feedback/waiting.ts';
import { SimulatedBrowser } from './simulated-browser.ts';

const KEY = 'kundig:vote:one';

afterEach(() => vi.unstubAllGlobals());

/** A browser whose collector answers as it is told, 201 where it is not, and what was asked of it. */
function browserWith(...statuses: number[]) {
  const asked: string[] = [];
  const browser = new SimulatedBrowser(async (path, { method = 'GET' }) => {
    asked.push(`${method} ${path}`);
    const done = { POST: 201, PATCH: 200 }[method] ?? 204;
    const status = statuses.shift() ?? done;
    return status === 204 ? new Response(null, { status }) : Response.json({ receipt: 'r' }, { status });
  });
  return { browser, asked };
}

function request(method: Waiting['method'], body: object = {}): Waiting {
  const address = 'http://help.example.com/api/votes';
  return { id: 'one', method, address, body, day: today(), receiptKey: KEY };
}

test('the same is not sent twice at once, even where the device keeps nothing', async () => {
  const { browser, asked } = browserWith();
  const { outbox } = await browser.open();
  const replies = await Promise.all([1, 2].map(() => outbox.deliver(request('POST'))));
  expect(replies).toEqual([
    { kind: 'done', receipt: 'r' },
    { kind: 'done', receipt: 'r' },
  ]);
  expect(asked).toEqual(['POST /api/votes']);
});

test('what another page has sent meanwhile is not sent again', async () => {
  const { browser, asked } = browserWith();
  const { outbox } = await browser.open();
  outbox.putIn(request('POST', { helpful: true }));
  const first = outbox.deliver(request('POST', { helpful: true }));
  outbox.putIn(request('PATCH', { helpful: false }));
  const second = outbox.deliver(request('PATCH', { helpful: false }));
  outbox.takeOut(request('PATCH'));
  expect(await Promise.all([first, second])).toEqual([
    { kind: 'done', receipt: 'r' },
    { kind: 'done', receipt: 'r' },
  ]);
  expect(asked).toEqual(['POST /api/votes']);
});

test('the receipt of what another page has withdrawn meanwhile is not kept', async () => {
  const browser = new SimulatedBrowser(async () => {
    outbox.takeOut(request('POST'));
    return Response.json({ receipt: 'r' }, { status: 201 });
  });
  const { outbox } = await browser.open();
  expect(await outbox.submit(request('POST'))).toEqual({ kind: 'done', receipt: 'r' });
  expect(localStorage.getItem(KEY)).toBeNull();
});

test('a change of what was refused is not sent', async () => {
  const { browser, asked } = browserWith(400);
  const { outbox } = await browser.open();
  outbox.putIn(request('POST'));
  expect(await outbox.deliver(request('POST'))).toMatchObject({ kind: 'refused', status: 400 });
  expect(await outbox.submit(request('PATCH', { helpful: false }))).toMatchObject({ kind: 'refused' });
  expect(asked).toEqual(['POST /api/votes']);
});

test('the receipt of what the collector no longer knows is forgotten', async () => {
  const { browser } = browserWith(201, 404);
  const { outbox } = await browser.open();
  await outbox.submit(request('POST'));
  expect(localStorage.getItem(KEY)).toContain('"receipt":"r"');
  expect(await outbox.submit(request('PATCH', { helpful: false }))).toMatchObject({
    kind: 'refused',
    status: 404,
  });
  expect(localStorage.getItem(KEY)).toBeNull();
});

test.each([401, 408, 429, 500, 503])('after the answer %i a submission waits', async (status) => {
  const { browser } = browserWith(status, status);
  // Without a context in which it may compute, a browser cannot prove that it worked.
  vi.stubGlobal('crypto', {});
  const { outbox } = await browser.open();
  expect(await outbox.submit(request('POST'))).toEqual({ kind: 'waiting' });
  expect(outbox.waiting()).toMatchObject([{ id: 'one', tried: true }]);
});
