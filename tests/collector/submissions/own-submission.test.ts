import { expect, test } from 'vitest';
import { answers, uuid, vote } from '../../stores/submissions.ts';
import { openHelpCentre, problemOf } from '../help-centre.ts';

const received = '2026-03-01T10:00:00.000Z';

/** A help centre that has one submission, and how its sender asks for it. */
async function withSubmission(path: string, body: unknown, aside?: 'repeat') {
  const centre = await openHelpCentre();
  if (aside) await centre.store.addVote(vote(1), new Date(received), aside);
  const { receipt } = await (await centre.json('POST', path, body)).json();
  const ask = (headers: Record<string, string> = { Authorization: `Receipt ${receipt}` }) =>
    centre.request(`${path}/${uuid(1)}`, { headers });
  return { centre, receipt, ask };
}

test('who has the receipt of a vote can see what is stored of it', async () => {
  const { centre, receipt, ask } = await withSubmission('/api/votes', vote(1));
  await centre.json('PATCH', `/api/votes/${uuid(1)}`, { receipt, reason: 'outdated', comment: 'Long ago.' });
  const response = await ask();
  expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
  expect(await response.json()).toEqual({
    ...vote(1),
    reason: 'outdated',
    comment: 'Long ago.',
    received,
    changed: received,
  });
});

test('and of a sheet', async () => {
  const { ask } = await withSubmission('/api/answers', answers(1));
  const response = await ask();
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ ...answers(1), received });
});

test('nobody is told whether a vote was set aside', async () => {
  const { ask } = await withSubmission('/api/votes', vote(1), 'repeat');
  expect(await (await ask()).json()).toEqual({ ...vote(1), received, changed: received });
});

test.for(['/api/votes', '/api/answers'])('%s shows nothing for a wrong receipt', async (path) => {
  const { centre, ask } = await withSubmission(path, path === '/api/votes' ? vote(1) : answers(1));
  const other = path === '/api/votes' ? vote(2) : answers(2);
  const { receipt } = await (await centre.json('POST', path, other)).json();
  for (const wrong of [receipt, 'x'.repeat(43), '%00', 'Receipt']) {
    const response = await ask({ Authorization: `Receipt ${wrong}` });
    expect(await problemOf(response)).toMatchObject({ status: 404 });
  }
});

test('without a receipt there is nothing to see, and a person is led to the help centre', async () => {
  const { ask, receipt } = await withSubmission('/api/votes', vote(1));
  for (const headers of [{}, { Authorization: `Bearer ${receipt}` }, { Authorization: 'Receipt' }]) {
    const response = await ask(headers as Record<string, string>);
    expect(response.headers.get('WWW-Authenticate')).toBe('Receipt realm="kundig"');
    expect(await problemOf(response)).toMatchObject({ status: 401 });
  }
  const page = await ask({ Accept: 'text/html' });
  expect([page.status, page.headers.get('Location')]).toEqual([302, '/en/']);
});

test('what was withdrawn is not shown any more', async () => {
  const { centre, receipt, ask } = await withSubmission('/api/votes', vote(1));
  await centre.json('DELETE', `/api/votes/${uuid(1)}`, { receipt });
  expect((await ask()).status).toBe(404);
});
