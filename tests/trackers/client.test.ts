import { expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { TrackerClient } from '../../src/trackers/client.ts';
import { github } from '../../src/trackers/github.ts';
import { gitlab } from '../../src/trackers/gitlab.ts';
import { ATracker, TOKEN } from './a-tracker.ts';

const NOW = Date.parse('2026-08-01T12:00:00Z');
const CHANGE = { number: 1, title: 'Mend it' };

interface Subject {
  server: ATracker;
  client: TrackerClient;
  /** Pauses that it made, in seconds. */
  pauses: number[];
  change: () => Promise<void>;
}

async function aClient(kind: 'github' | 'gitlab' = 'github', token = TOKEN): Promise<Subject> {
  const server = await ATracker.start(kind);
  const tracker =
    kind === 'github' ? github(server.address, 'example/help') : gitlab(server.address, 'example/help');
  const pauses: number[] = [];
  const wait = async (milliseconds: number) => {
    pauses.push(milliseconds / 1000);
  };
  const client = new TrackerClient(tracker, token, { fetch, wait, now: () => NOW });
  const first = {
    number: 1,
    title: 'Old',
    body: '',
    state: 'open',
    created: '2026-07-01T00:00:00Z',
  } as const;
  server.issues.push({ ...first, labels: ['kundig'], assignees: [] });
  return { server, client, pauses, change: () => client.change(tracker.change(CHANGE, new Map())) };
}

/** What the person at the keyboard reads. */
async function told(promise: Promise<unknown>): Promise<[message: string, hint: string]> {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  if (!(error instanceof UserError)) throw error ?? new Error('no error');
  return [error.message, error.hint];
}

test.each(['github', 'gitlab'] as const)('%s: all pages of issues are read', async (kind) => {
  const { server, client } = await aClient(kind);
  for (let number = 2; number <= 11; number++) {
    server.issues.push({ ...server.issues[0], number, state: number % 2 ? 'open' : 'closed' } as never);
  }
  const issues = await client.issues();
  expect(issues.map(({ number }) => number).sort((a, b) => a - b)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
  ]);
  expect(issues.filter(({ isOpen }) => isOpen)).toHaveLength(6);
  expect(server.requests).toHaveLength(3);
});

test('the token goes nowhere but to the tracker', async () => {
  const { server, client } = await aClient();
  const other = await ATracker.start('github');
  const link = `<${other.address}/repos/example/help/issues?page=2>; rel="next"`;
  server.instead.push({ method: 'GET', answer: { status: 200, body: [], headers: { link } } });
  await expect(client.issues()).rejects.toThrow('The answer is none that GitHub would give.');
  expect(other.requests).toEqual([]);
});

test('changes are a second apart, as GitHub asks', async () => {
  const { change, pauses } = await aClient();
  await change();
  await change();
  await change();
  expect(pauses).toEqual([1, 1]);
});

test.each([
  [429, { 'retry-after': '7' }, 7],
  [403, { 'retry-after': '7' }, 7],
  [429, { 'retry-after': new Date(NOW + 5000).toUTCString() }, 5],
  [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 30) }, 31],
  [429, { 'ratelimit-reset': String(NOW / 1000 + 3) }, 4],
  [429, {}, 60],
])('%i with %o: it waits for as long as it is told, and goes on', async (status, headers, pause) => {
  const { server, change, pauses } = await aClient();
  server.instead.push({ method: 'PATCH', answer: { status, headers: headers as Record<string, string> } });
  await change();
  expect(pauses).toEqual([pause]);
  expect(server.issues[0]?.title).toBe('Mend it');
});

test('a long pause is for another run', async () => {
  const { server, change, pauses } = await aClient();
  const headers = { 'retry-after': '1800' };
  server.instead.push({
    method: 'PATCH',
    answer: { status: 403, headers, body: { message: 'You have exceeded a secondary rate limit.' } },
  });
  expect(await told(change())).toEqual([
    'GitHub takes no more requests for now (You have exceeded a secondary rate limit.).',
    'In 30 minutes, run the command again: what is done already is not done twice.',
  ]);
  expect(pauses).toEqual([]);
});

test('a tracker that only says "wait" is left alone after a few tries', async () => {
  const { server, change, pauses } = await aClient();
  for (let count = 0; count < 10; count++) {
    server.instead.push({ method: 'PATCH', answer: { status: 429, headers: { 'retry-after': '1' } } });
  }
  expect((await told(change()))[0]).toBe('GitHub takes no more requests for now.');
  expect(pauses).toEqual([1, 1, 1]);
});

test('reading is tried again after a failure in passing, a change is not: it may have been made', async () => {
  const { server, client, change, pauses } = await aClient();
  server.instead.push({ method: 'GET', answer: { status: 502 } }, { method: 'GET', answer: { status: 503 } });
  expect(await client.issues()).toHaveLength(1);
  expect(pauses).toEqual([1, 2]);
  server.instead.push({ method: 'PATCH', answer: { status: 502, body: '<html>Bad gateway</html>' } });
  expect(await told(change())).toEqual([
    'GitHub failed with status 502.',
    'Later, run the command again: what is done already is not done twice.',
  ]);
  expect(server.changes()).toEqual(['PATCH']);
});

test.each([
  [
    403,
    { message: 'Resource not accessible by integration' },
    'The token in GITHUB_TOKEN may not change issues of example/help on GitHub (Resource not accessible by integration).',
  ],
  [
    404,
    { message: 'Not Found' },
    'There is no example/help on GitHub, or the token in GITHUB_TOKEN may not see it (Not Found).',
  ],
  [410, { message: 'Issues are disabled' }, 'Issues are turned off for example/help (Issues are disabled).'],
  [301, {}, 'example/help has moved on GitHub.'],
  [
    422,
    { message: 'Validation Failed', errors: [{ field: 'assignees' }] },
    'GitHub refuses an issue (Validation Failed; {"field":"assignees"}).',
  ],
  [500, 'oops', 'GitHub failed with status 500.'],
])('status %i is explained', async (status, body, message) => {
  const { server, change } = await aClient();
  server.instead.push({
    method: 'PATCH',
    answer: { status, body, ...(status === 301 && { headers: { location: '/' } }) },
  });
  expect((await told(change()))[0]).toBe(message);
});

test.each(['github', 'gitlab'] as const)('%s: a token that is none is explained', async (kind) => {
  const { client } = await aClient(kind, 'wrong');
  const name = kind === 'github' ? 'GitHub' : 'GitLab';
  expect((await told(client.issues()))[0]).toBe(
    `${name} does not accept the token in ${name.toUpperCase()}_TOKEN (Bad credentials).`,
  );
});

test.each(['<html>Log in</html>', { issues: [] }, [{ number: 'one' }]])(
  'an answer of another kind is told: %o',
  async (body) => {
    const { server, client } = await aClient();
    server.instead.push({ method: 'GET', answer: { status: 200, body } });
    expect((await told(client.issues()))[0]).toBe('The answer is none that GitHub would give.');
  },
);

test('a tracker that does not answer is told with its host', async () => {
  const tracker = github('http://127.0.0.1:1', 'example/help');
  const client = new TrackerClient(tracker, TOKEN, { fetch, wait: async () => {}, now: () => NOW });
  expect((await told(client.issues()))[0]).toMatch(/^GitHub does not answer at 127\.0\.0\.1:1: /);
});

test('GitLab: an account that does not exist is named with where to mend it', async () => {
  const { client } = await aClient('gitlab');
  expect(await client.accounts(['octocat', 'hubot', 'octocat'])).toEqual(
    new Map([
      ['octocat', 583],
      ['hubot', 480],
    ]),
  );
  expect(await told(client.accounts(['octocta']))).toEqual([
    'There is no account octocta on GitLab.',
    'Mend `audit.assignees` in site.yaml.',
  ]);
});
