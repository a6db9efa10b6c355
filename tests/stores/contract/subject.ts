import { afterEach, beforeEach } from 'vitest';
import type { Submission } from '../../../src/core/feedback.ts';
import type { FeedbackStore } from '../../../src/stores/feedback-store.ts';
import { openStore } from '../../../src/stores/open.ts';
import type { SqlStore } from '../../../src/stores/sql-store.ts';

/** Gives the place of a store that does not exist yet. */
export type NewPlace = () => Promise<string>;

/** The store that a test is about. */
export interface Subject {
  place: string;
  store: SqlStore;
  /** Closes the store and opens it again. */
  reopen(): Promise<void>;
  /** Every submission, from this store or from another one. */
  all(from?: FeedbackStore): Promise<Submission[]>;
}

/** Opens a new store before each test of the surrounding block, and closes it afterwards. */
export function newStoreForEach(newPlace: NewPlace): Subject {
  const subject = {
    async reopen() {
      await subject.store.close();
      subject.store = await openStore(subject.place);
    },
    all: (from = subject.store) => Array.fromAsync(from.submissions()),
  } as Subject;

  beforeEach(async () => {
    subject.place = await newPlace();
    subject.store = await openStore(subject.place);
  });

  afterEach(() => subject.store.close());

  return subject;
}

/** Three instants, each with milliseconds. */
export const NINE = new Date('2026-03-01T09:00:00.001Z');
export const TEN = new Date('2026-03-01T10:00:00.002Z');
export const ELEVEN = new Date('2026-03-01T11:00:00.003Z');
