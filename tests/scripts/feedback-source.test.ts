import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { feedbackFrom } from '../../scripts/feedback-source.ts';
import { startServer } from '../../src/collector/server/server.ts';
import { UserError } from '../../src/core/user-error.ts';
import { openStore } from '../../src/stores/open.ts';
import { openHelpCentre } from '../collector/help-centre.ts';
import { aFolder } from '../readers/a-repository.ts';
import { search, uuid, view, vote } from '../stores/submissions.ts';
import { told } from '../stores/told.ts';

const PERIOD = { recentFrom: '2026-02-01', until: '2026-03-01' };
const AT = new Date('2026-03-01T09:00:00.001Z');

/** A database in which something has been done. */
async function aDatabase(fill: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown>) {
  const place = path.join(aFolder(), 'feedback.db');
  const store = await openStore(place);
  await fill(store);
  await store.close();
  return place;
}

/** What is said of a place that holds no votes, without its folder. */
async function noVotesIn(place: string): Promise<string> {
  const error = await feedbackFrom(place, PERIOD).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).hint).toMatch(/`npm start`.*`npm run audit -- --without votes`/);
  return (error as UserError).message.replace(path.dirname(place) + path.sep, '');
}

test('a database, what its collector exported, and the running collector say the same', async () => {
  process.env.FEEDBACK_TOKEN = 'a token';
  onTestFinished(() => {
    delete process.env.FEEDBACK_TOKEN;
  });
  const place = await aDatabase(async (store) => {
    await store.addVote(vote(1), AT);
    await store.changeVote(uuid(1), { reason: 'wrong', comment: 'Der Knopf heißt anders.' }, AT);
    await store.addSignals([view(2), search(3, 'Geld', 0)], AT);
    await store.addVote(vote(4), AT, 'repeat');
    await store.addSignals([view(5), search(6, 'Geld', 0)], AT, 'bot');
  });
  const { app } = await openHelpCentre({ store: await openStore(place), token: 'a token' });
  const { address, close } = await startServer({ app, host: '127.0.0.1', port: 0 });
  onTestFinished(close);
  const response = await fetch(`${address}/api/export`, { headers: { Authorization: 'Bearer a token' } });
  const file = path.join(aFolder(), 'Feedback.JSONL');
  writeFileSync(file, await response.text());

  const feedback = await feedbackFrom(place, PERIOD);
  expect(feedback).toMatchObject({
    articles: [{ unhelpful: 1, views: 1 }],
    comments: [{ reason: 'wrong' }],
    searches: [{ query: 'geld', searches: 1 }],
    aside: [
      { kind: 'signal', reason: 'bot', count: 1 },
      { kind: 'signal', reason: 'bot', count: 1 },
      { kind: 'vote', reason: 'repeat', count: 1 },
    ],
  });
  expect(await feedbackFrom(file, PERIOD)).toStrictEqual(feedback);
  expect(await feedbackFrom(address, PERIOD)).toStrictEqual(feedback);
});

test('a place that is not there has no votes', async () => {
  const folder = aFolder();
  for (const name of ['feedback.db', 'feedback.jsonl', 'no/such.db']) {
    const place = path.join(folder, name);
    expect(await noVotesIn(place)).toBe(`There are no votes: ${path.basename(place)} does not exist.`);
  }
});

test('an empty file has no votes, and stays empty', async () => {
  for (const name of ['feedback.db', 'feedback.jsonl']) {
    const place = path.join(aFolder(), name);
    writeFileSync(place, '');
    expect(await noVotesIn(place)).toBe(`There are no votes: nobody has left one in ${name}.`);
    expect(readFileSync(place, 'utf8')).toBe('');
  }
});

test('a place without a name is asked for', async () => {
  await expect(feedbackFrom('', PERIOD)).rejects.toThrow('No place is named for the feedback.');
});

test('where nobody has voted there are no votes, whatever else readers did', async () => {
  const empty = await aDatabase(async () => {});
  expect(await noVotesIn(empty)).toBe('There are no votes: nobody has left one in feedback.db.');
  const seen = await aDatabase((store) => store.addSignals([view(1), search(2, 'Geld', 0)], AT));
  expect(await noVotesIn(seen)).toBe('There are no votes: nobody has left one in feedback.db.');
  const file = path.join(aFolder(), 'feedback.jsonl');
  writeFileSync(file, '');
  expect(await noVotesIn(file)).toBe('There are no votes: nobody has left one in feedback.jsonl.');
  const later = await aDatabase((store) => store.addVote(vote(1), new Date('2026-03-02T00:00:00Z')));
  expect(await noVotesIn(later)).toBe(
    'There are no votes: whatever feedback.db holds came in after 2026-03-01, or is no vote.',
  );
  const setAside = await aDatabase((store) => store.addVote(vote(1), AT, 'repeat'));
  expect(await noVotesIn(setAside)).toBe(
    'There are no votes: whatever feedback.db holds was set aside and does not count, or is no vote.',
  );
});

test('votes that are there and cannot be read are no missing votes', async () => {
  const file = path.join(aFolder(), 'feedback.db');
  writeFileSync(file, 'This is no database, but long enough to be looked at as if it were one.');
  expect(await told(feedbackFrom(file, PERIOD))).toBe(`${file} is not a feedback database.`);
  expect(await told(feedbackFrom('mysql://127.0.0.1/feedback', PERIOD))).toBe(
    'Kundig keeps no feedback at mysql://… addresses.',
  );
});
