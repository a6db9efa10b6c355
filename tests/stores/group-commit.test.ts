import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GroupCommit } from '../../src/stores/group-commit.ts';

const fulfilled = (value: number) => ({ status: 'fulfilled', value }) as const;

/** A lane whose commits double each number and are noted; each waits until it is let go. */
function heldLane() {
  const groups: number[][] = [];
  const held: (() => void)[] = [];
  const lane = new GroupCommit<number, number>(async (writes) => {
    groups.push([...writes]);
    await new Promise<void>((resolve) => held.push(resolve));
    return writes.map((write) => fulfilled(2 * write));
  });
  return { lane, groups, letGo: () => held.shift()?.() };
}

test('writes of one moment share a commit, and each gets its own result', async () => {
  const groups: number[][] = [];
  const lane = new GroupCommit<number, number>(async (writes) => {
    groups.push([...writes]);
    return writes.map((write) => fulfilled(2 * write));
  });
  expect(await Promise.all([1, 2, 3].map((write) => lane.add(write)))).toEqual([2, 4, 6]);
  expect(groups).toEqual([[1, 2, 3]]);
});

test('no write is answered before its commit is done', async () => {
  const { lane, groups, letGo } = heldLane();
  let answered = false;
  const write = lane.add(1).then(() => {
    answered = true;
  });
  const drained = lane.drain();
  expect(groups).toEqual([[1]]);
  expect(answered).toBe(false);
  letGo();
  await drained;
  await write;
  expect(answered).toBe(true);
});

test('what arrives during a commit shares the next one, which begins when the first is done', async () => {
  const { lane, groups, letGo } = heldLane();
  const first = lane.add(1);
  const drained = lane.drain();
  const later = [2, 3].map((write) => lane.add(write));
  // Draining commits at once what waits, were it not for the commit that is under way.
  const drainedAgain = lane.drain();
  expect(groups).toEqual([[1]]);
  letGo();
  await first;
  await expect.poll(() => groups).toEqual([[1], [2, 3]]);
  letGo();
  await Promise.all([drained, drainedAgain]);
  expect(await Promise.all(later)).toEqual([4, 6]);
});

test('a window that ends when its writes were committed already does not stop the lane', async () => {
  const groups: number[][] = [];
  const lane = new GroupCommit<number, number>(async (writes) => {
    groups.push([...writes]);
    return writes.map(fulfilled);
  });
  const first = lane.add(1);
  const drained = lane.drain();
  // Waits for its window, and is taken by the commit after the first, long before the window ends.
  const second = lane.add(2);
  await Promise.all([first, drained, second]);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await lane.add(3)).toBe(3);
  expect(groups).toEqual([[1], [2], [3]]);
});

test('500 writes wait for nobody, and no more than these share a commit', async () => {
  const { lane, groups, letGo } = heldLane();
  const writes = Array.from({ length: 501 }, (_, number) => lane.add(number));
  expect(groups.map((group) => group.length)).toEqual([500]);
  letGo();
  await expect.poll(() => groups.map((group) => group.length)).toEqual([500, 1]);
  letGo();
  expect(await Promise.all(writes)).toEqual(Array.from({ length: 501 }, (_, number) => 2 * number));
});

test('a write that fails alone is rejected alone; a commit that fails rejects its whole group and no other', async () => {
  const lane = new GroupCommit<string, string>(async (writes) => {
    if (writes.includes('full')) throw new Error('disk full');
    return writes.map((value) =>
      value === 'bad' ? { status: 'rejected', reason: new Error('bad') } : { status: 'fulfilled', value },
    );
  });
  const outcomes = async (...writes: string[]) =>
    (await Promise.allSettled(writes.map((write) => lane.add(write)))).map((result) =>
      result.status === 'fulfilled' ? result.value : result.reason.message,
    );
  expect(await outcomes('a', 'bad', 'b')).toEqual(['a', 'bad', 'b']);
  expect(await outcomes('a', 'full', 'b')).toEqual(['disk full', 'disk full', 'disk full']);
  expect(await outcomes('c')).toEqual(['c']);
});

test('drain commits at once what waits, and what is added meanwhile', async () => {
  const groups: number[][] = [];
  const lane: GroupCommit<number, number> = new GroupCommit(async (writes) => {
    groups.push([...writes]);
    if (writes.includes(1)) void lane.add(2);
    return writes.map(fulfilled);
  });
  void lane.add(1);
  await lane.drain();
  expect(groups).toEqual([[1], [2]]);
  await lane.drain();
  expect(groups).toEqual([[1], [2]]);
});

test('every write is committed exactly once, in the order of arrival, however they arrive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }), async (pauses) => {
      const committed: number[] = [];
      const lane = new GroupCommit<number, number>(async (writes) => {
        await Promise.resolve();
        committed.push(...writes);
        return writes.map(fulfilled);
      });
      const writes: Promise<number>[] = [];
      for (const [number, pause] of pauses.entries()) {
        writes.push(lane.add(number));
        if (pause === 1) await Promise.resolve();
        if (pause === 2) await new Promise((resolve) => setImmediate(resolve));
        if (pause === 3) await lane.drain();
      }
      const numbers = pauses.map((_, number) => number);
      expect(await Promise.all(writes)).toEqual(numbers);
      expect(committed).toEqual(numbers);
    }),
  );
});
