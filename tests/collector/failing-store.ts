import type { FeedbackStore } from '../../src/stores/feedback-store.ts';

/** A store whose database is out of reach, except for the methods given. */
export function failingStore(working: Partial<FeedbackStore> = {}): FeedbackStore {
  const fail = async () => {
    throw new Error('the database is out of reach');
  };
  return {
    addVote: fail,
    vote: fail,
    changeVote: fail,
    withdrawVote: fail,
    addAnswers: fail,
    answers: fail,
    withdrawAnswers: fail,
    addSignals: fail,
    summary: fail,
    auditFeedback: fail,
    feedbackWithin: fail,
    // biome-ignore lint/correctness/useYield: it fails before there is anything to give
    async *submissions() {
      await fail();
    },
    addPublished: fail,
    published: fail,
    deleteBefore: fail,
    secret: fail,
    ping: fail,
    close: async () => {},
    ...working,
  };
}
