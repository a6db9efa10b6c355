import { expect, test } from 'vitest';
import { openGuarded } from '../collector/senders.ts';
import { uuid, vote } from '../stores/submissions.ts';

const DAY = 86_400_000;

test.for([
  ['back by an hour', -DAY / 24],
  ['back by three days', -3 * DAY],
  ['back to 1970', -Date.parse('2026-03-01T00:00:00Z')],
  ['on by two years', 730 * DAY],
] as const)(
  'a clock that jumps %s loses nothing, locks nobody out and counts nothing twice',
  async ([, jump]) => {
    const { send, wait, centre } = await openGuarded();
    const reader = (number: number) => ({ address: `198.51.100.${number}` });
    const cast = async (number: number) => {
      const answer = await send(reader(number), 'POST', '/api/votes', vote(number));
      expect(answer.status).toBe(201);
      return ((await answer.json()) as { receipt: string }).receipt;
    };
    const receipt = await cast(1);
    await cast(2);
    wait(jump);
    for (let number = 3; number <= 60; number += 1) await cast(number);
    // Delivered again on the other side of the jump, changed and withdrawn there.
    expect(await cast(1)).toBe(receipt);
    const changed = await send(reader(1), 'PATCH', `/api/votes/${uuid(1)}`, { receipt, helpful: true });
    expect(changed.status).toBe(200);
    const withdrawn = await send(reader(2), 'DELETE', `/api/votes/${uuid(2)}`, { receipt: await cast(2) });
    expect(withdrawn.status).toBe(204);
    wait(-jump);
    await cast(61);

    const kept = await Array.fromAsync(centre.store.submissions());
    expect(kept.map(({ id }) => id).sort()).toEqual(
      Array.from({ length: 61 }, (_, index) => uuid(index + 1)).filter((id) => id !== uuid(2)),
    );
    const { articles } = await centre.store.summary();
    expect(articles).toMatchObject([{ helpful: 1, unhelpful: 59 }]);
    expect(centre.failures).toEqual([]);
  },
);
