/** Tells whether more comes in than readers send. */
export interface AttackWatch {
  /** Notes one submission that came without a proof. */
  note(): void;
  isOn(): boolean;
  /** How many were noted within the present second. */
  thisSecond(): number;
}

interface AttackWatchOptions {
  /** From so many submissions within a minute on, it is an attack: 0 for always, `Infinity` for never. */
  from: number;
  now: () => Date;
  /** Is told when an attack begins, and, with the next submission, that it is over. */
  onChange?: (isOn: boolean) => void;
}

const SECONDS = 60;

/** An attack is over once fewer than half of what began it came in each minute, for so many milliseconds. */
const CALM = 5 * 60_000;

/**
 * Counts what came in within the last minute. An attack begins at once and ends late, so that it does not go on and off
 * with each wave.
 *
 * @example
 * const watch = createAttackWatch({ from: 300, now: () => new Date() });
 * watch.note();
 * watch.isOn(); // false
 */
export function createAttackWatch({ from, now, onChange }: AttackWatchOptions): AttackWatch {
  const ring = Array.from({ length: SECONDS }, () => ({ second: -1, count: 0 }));
  let isOn = false;
  let lastBusy = 0;

  function slotOf(second: number): { second: number; count: number } {
    const slot = ring[second % SECONDS] as { second: number; count: number };
    if (slot.second !== second) Object.assign(slot, { second, count: 0 });
    return slot;
  }

  function lastMinute(second: number): number {
    // What a clock that was put back has left in the future is not counted.
    return ring.reduce(
      (sum, slot) => sum + (slot.second <= second && slot.second > second - SECONDS ? slot.count : 0),
      0,
    );
  }

  function change(to: boolean): void {
    if (isOn === to) return;
    isOn = to;
    onChange?.(to);
  }

  function look(): boolean {
    const at = now().getTime();
    lastBusy = Math.min(lastBusy, at);
    if (isOn && at - lastBusy >= CALM) change(false);
    return isOn;
  }

  return {
    note() {
      const at = now().getTime();
      const second = Math.floor(at / 1000);
      slotOf(second).count += 1;
      const count = lastMinute(second);
      look();
      if (count >= from / 2) lastBusy = at;
      if (from > 0 && count >= from) change(true);
    },
    isOn: () => from === 0 || look(),
    thisSecond: () => slotOf(Math.floor(now().getTime() / 1000)).count,
  };
}
