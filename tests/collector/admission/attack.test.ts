import { expect, test } from 'vitest';
import { createAttackWatch } from '../../../src/collector/admission/attack.ts';

const MINUTE = 60_000;

/** A watch that takes ten a minute for an attack, with a clock to turn. */
function watchFrom(from: number) {
  const clock = { at: Date.UTC(2026, 2, 1, 10) };
  const changes: boolean[] = [];
  const watch = createAttackWatch({
    from,
    now: () => new Date(clock.at),
    onChange: (isOn) => changes.push(isOn),
  });
  const note = (times: number) => {
    for (let time = 0; time < times; time++) watch.note();
  };
  return { watch, clock, changes, note };
}

test('so many within a minute are an attack, however they lie in it', () => {
  const { watch, clock, changes, note } = watchFrom(10);
  note(4);
  clock.at += 30_000;
  note(5);
  expect(watch.isOn()).toBe(false);
  clock.at += 29_000;
  note(1);
  expect(watch.isOn()).toBe(true);
  expect(changes).toEqual([true]);
});

test('as many in more than a minute are none', () => {
  const { watch, clock, note } = watchFrom(10);
  for (let minute = 0; minute < 20; minute++) {
    note(9);
    clock.at += MINUTE;
    expect(watch.isOn()).toBe(false);
  }
});

test('it is over after five calm minutes, and does not go on and off with each wave', () => {
  const { watch, clock, changes, note } = watchFrom(10);
  note(10);
  for (let wave = 0; wave < 3; wave++) {
    clock.at += 4 * MINUTE;
    expect(watch.isOn()).toBe(true);
    // Half of what began it goes on with it.
    note(5);
  }
  clock.at += 2 * MINUTE;
  note(4);
  clock.at += 3 * MINUTE - 1;
  expect(watch.isOn()).toBe(true);
  clock.at += 1;
  expect(watch.isOn()).toBe(false);
  note(9);
  expect(watch.isOn()).toBe(false);
  note(1);
  expect(changes).toEqual([true, false, true]);
});

test('a clock that is put back neither keeps an attack up for hours nor counts what lies ahead', () => {
  const { watch, clock, note } = watchFrom(10);
  note(9);
  clock.at -= 60 * MINUTE;
  note(1);
  expect(watch.isOn()).toBe(false);
  note(9);
  expect(watch.isOn()).toBe(true);
  clock.at -= 24 * 60 * MINUTE;
  expect(watch.isOn()).toBe(true);
  clock.at += 5 * MINUTE;
  expect(watch.isOn()).toBe(false);
});

test('it can be said to be one always, or never', () => {
  const always = watchFrom(0);
  expect(always.watch.isOn()).toBe(true);
  always.note(1);
  always.clock.at += 60 * MINUTE;
  expect(always.watch.isOn()).toBe(true);
  const never = watchFrom(Number.POSITIVE_INFINITY);
  never.note(100_000);
  expect(never.watch.isOn()).toBe(false);
  expect([...always.changes, ...never.changes]).toEqual([]);
});
