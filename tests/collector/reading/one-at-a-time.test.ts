import { expect, test } from 'vitest';
import { oneAtATime } from '../../../src/collector/reading/one-at-a-time.ts';

test('work that many ask for at once is done in rounds, each begun after all who share it have asked', async () => {
  const rounds: PromiseWithResolvers<number>[] = [];
  const ask = oneAtATime(() => {
    const round = Promise.withResolvers<number>();
    rounds.push(round);
    return round.promise;
  });
  const first = [ask(), ask()];
  await Promise.resolve();
  const second = [ask(), ask(), ask()];
  await Promise.resolve();
  expect(rounds).toHaveLength(1);
  rounds[0]?.resolve(1);
  expect(await Promise.all(first)).toEqual([1, 1]);
  await Promise.resolve();
  expect(rounds).toHaveLength(2);
  rounds[1]?.resolve(2);
  expect(await Promise.all(second)).toEqual([2, 2, 2]);
});

test('a round that fails is told to those who share it, and the next begins all the same', async () => {
  let round = 0;
  const ask = oneAtATime(async () => {
    round += 1;
    if (round === 1) throw new Error('The first round fails.');
    return round;
  });
  await expect(ask()).rejects.toThrow('The first round fails.');
  expect(await ask()).toBe(2);
});
