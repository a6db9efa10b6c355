import { expect, test } from 'vitest';
import { ascend } from '../../bench/search-fit/ascent.ts';

/** Highest where both weights are what they ought to be. */
const height =
  (ought: { title: number; share: number }) =>
  async ({ title, share }: { title: number; share: number }) =>
    -Math.abs(Math.log(title / ought.title)) - Math.abs(share - ought.share);

test('each weight is made more or less for as long as that gains', async () => {
  const ought = height({ title: 25, share: 0.4 });
  const { weights, reached } = await ascend({ title: 10, share: 0.8 }, ought, {
    leastGain: 0.001,
    rounds: 3,
  });
  expect(weights).toEqual({ title: 25, share: 0.41 });
  expect(reached).toBe(await ought(weights));
});

test('a step that gains too little is not taken, and what was tried is told', async () => {
  const tried: unknown[] = [];
  const start = { title: 10, share: 0.5 };
  const { weights } = await ascend(start, height({ title: 12, share: 0.5 }), {
    leastGain: 0.2,
    rounds: 3,
    onTried: (name, from, to, _, isTaken) => tried.push([name, from, to, isTaken]),
  });
  expect(weights).toEqual(start);
  expect(tried).toEqual([
    ['title', 10, 8, false],
    ['title', 10, 13, false],
    ['share', 0.5, 0.4, false],
    ['share', 0.5, 0.63, false],
  ]);
});

test('a share never becomes the whole', async () => {
  const { weights } = await ascend({ title: 2, share: 0.9 }, height({ title: 3, share: 3 }), {
    leastGain: 0.001,
    rounds: 3,
  });
  expect(weights).toEqual({ title: 3.1, share: 0.95 });
});

test('what moves one weight may move another, so all are tried again', async () => {
  // The share says something only once the title counts more, and is tried before it.
  const together = async ({ share, title }: { share: number; title: number }) =>
    title > 12 ? 1 + Math.min(share, 0.6) : 0;
  const options = { leastGain: 0.001, rounds: 1 };
  const start = { share: 0.5, title: 10 };
  expect((await ascend(start, together, options)).weights).toEqual({ share: 0.5, title: 13 });
  const { weights } = await ascend(start, together, { ...options, rounds: 2 });
  expect(weights).toEqual({ share: 0.63, title: 13 });
});
