/** How many votes came in within the last minute, and what became of them. */
export interface Pressure {
  votes: number;
  /** Votes that were set aside, of these. */
  aside: number;
  /** Requests that were refused because too many came from one place; no votes yet, since they were not read. */
  limited: number;
}

export interface PressureGauge {
  note(what: Partial<Pressure>, at: number): void;
  /** Of the last 60 seconds. */
  recent(at: number): Pressure;
}

const SECONDS = 60;

/** Counts by the second, in a ring of one minute. */
export function createPressureGauge(): PressureGauge {
  const ring = Array.from({ length: SECONDS }, () => ({ second: -1, votes: 0, aside: 0, limited: 0 }));

  return {
    note({ votes = 0, aside = 0, limited = 0 }, at) {
      const second = Math.floor(at / 1000);
      const slot = ring[second % SECONDS];
      if (!slot) return;
      if (slot.second !== second) Object.assign(slot, { second, votes: 0, aside: 0, limited: 0 });
      slot.votes += votes;
      slot.aside += aside;
      slot.limited += limited;
    },
    recent(at) {
      const second = Math.floor(at / 1000);
      const sum = { votes: 0, aside: 0, limited: 0 };
      for (const slot of ring) {
        if (slot.second > second || slot.second <= second - SECONDS) continue;
        sum.votes += slot.votes;
        sum.aside += slot.aside;
        sum.limited += slot.limited;
      }
      return sum;
    },
  };
}
