import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../src/stores/open.ts';
import { aFolder } from '../readers/a-repository.ts';
import { usePostgres } from '../stores/postgres-server.ts';
import { answers, uuid, view, vote } from '../stores/submissions.ts';
import { runScript } from './run-script.ts';

const AT = new Date('2026-03-01T09:00:00.001Z');
const server = usePostgres();

test.each([
  ['SQLite', async () => path.join(aFolder(), 'feedback.db')],
  ['PostgreSQL', () => server.newPlace()],
])(
  'what was set aside for a reason counts once it is accepted, in %s',
  { timeout: 120_000 },
  async (_, newPlace) => {
    const place = await newPlace();
    const store = await openStore(place);
    onTestFinished(() => store.close());
    await store.addVote(vote(1), AT);
    await store.addVote(vote(2), AT, 'repeat');
    await store.addVote(vote(3, { article: 'other' }), AT, 'repeat');
    await store.addVote(vote(4), AT, 'bot');
    await store.addVote(vote(5), AT, 'repeat');
    await store.withdrawVote(uuid(5));
    await store.addAnswers(answers(6), AT, 'repeat');
    await store.addSignals([view(7)], AT, 'repeat');
    const asideOf = async () =>
      (await Array.fromAsync(store.submissions())).flatMap(({ id, aside }) =>
        aside ? [`${Number(id.slice(-4))} ${aside}`] : [],
      );
    const accept = (...args: string[]) => runScript('feedback', 'accept', ...args, '--database', place);

    expect(await accept('--reason', 'repeat', '--article', 'billing/refund')).toMatchObject({
      code: 0,
      stdout: '2 submissions now count.\n',
    });
    expect(await asideOf()).toEqual(['3 repeat', '4 bot', '6 repeat']);
    expect(await accept('--reason', 'repeat')).toMatchObject({
      code: 0,
      stdout: '2 submissions now count.\n',
    });
    expect(await asideOf()).toEqual(['4 bot']);
    expect((await store.summary()).articles.map(({ article, unhelpful }) => [article, unhelpful])).toEqual([
      ['billing/refund', 2],
      ['other', 1],
    ]);
    expect(await accept('--reason', 'repeat')).toMatchObject({
      code: 1,
      stdout: 'There is nothing of the kind.\n',
    });
    expect(await accept('--reason', 'unlikely')).toMatchObject({ code: 2 });
  },
);
