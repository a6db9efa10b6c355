import { expect, test } from 'vitest';
import { help, open, search, uuid, view } from '../../stores/submissions.ts';
import { openHelpCentre, problemOf, stored, wrongFields } from '../help-centre.ts';

const batch = [view(1), search(2, 'geld zurück', 3), open(3, 2), help(4, 'contact', 'billing/refund')];

test('signals are stored several at once, and once only', async () => {
  const centre = await openHelpCentre();
  const first = await centre.json('POST', '/api/signals', batch);
  const again = await centre.json('POST', '/api/signals', [...batch, help(5, 'solved', 'billing/refund')]);
  expect(first.status).toBe(201);
  expect(await first.json()).toEqual({ received: 4 });
  expect(again.status).toBe(201);
  expect(await again.json()).toEqual({ received: 5 });
  expect(await stored(centre)).toMatchObject([1, 2, 3, 4, 5].map((number) => ({ id: uuid(number) })));
});

test('one wrong signal refuses the batch and is named', async () => {
  const centre = await openHelpCentre();
  const response = await centre.json('POST', '/api/signals', [
    view(1),
    { ...view(2), reader: 'me' },
    { ...view(3), kind: 'dance' },
    { ...search(4, '', -1) },
  ]);
  expect(response.status).toBe(400);
  expect((await wrongFields(response)).sort()).toEqual([
    '#/1/reader',
    '#/2/kind',
    '#/3/query',
    '#/3/results',
  ]);
  expect(await stored(centre)).toEqual([]);
});

test.for([
  ['no signal', []],
  ['51 signals', Array.from({ length: 51 }, (_, index) => view(index))],
  ['a signal outside a list', view(1)],
])('%s is refused', async ([, body]) => {
  const centre = await openHelpCentre();
  expect((await centre.json('POST', '/api/signals', body)).status).toBe(400);
});

test.for([['DNT'], ['Sec-GPC']] as const)('a browser that sends %s is not counted', async ([header]) => {
  const centre = await openHelpCentre();
  const refused = await centre.json('POST', '/api/signals', batch, { [header]: '1' });
  expect(await problemOf(refused)).toMatchObject({ status: 403 });
  expect(await stored(centre)).toEqual([]);
  const counted = await centre.json('POST', '/api/signals', batch, { [header]: '0' });
  expect(counted.status).toBe(201);
});

test('signals are taken as JSON only', async () => {
  const centre = await openHelpCentre();
  expect((await centre.form('/api/signals', [['kind', 'view']])).status).toBe(415);
});
