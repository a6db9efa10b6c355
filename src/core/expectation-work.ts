import type { ExpectationLevel } from './expectation-level.ts';

/** The work that mends a level of expectation. */
export interface ExpectationWork {
  /** What readers miss where it is broken. */
  missed: string;
  /** What to do first. */
  hint: string;
  /** Names of the rules of the audit that list this work, those that matter most first. */
  rules: readonly string[];
}

/** What readers miss where a level is broken, and the rules that list the work which it calls for. */
export const EXPECTATION_WORK: Readonly<Record<ExpectationLevel, ExpectationWork>> = {
  accuracy: {
    missed: 'that what we tell them is right',
    hint: 'Mend first what is out of date',
    rules: ['depends-on', 'review-due', 'never-reviewed', 'translation-behind', 'reason'],
  },
  availability: {
    missed: 'that they get an answer, or a person, when they need one',
    hint: 'Write first what readers search for and do not find',
    rules: ['search-gap', 'unfindable'],
  },
  partnership: {
    missed: 'that we listen and are on their side',
    hint: 'Answer first what readers complain about, and smooth the way to a person',
    rules: ['reason', 'dead-end'],
  },
  expertise: {
    missed: 'that they learn something which takes them further',
    hint: 'Write first what leads readers further: how-tos, and articles for those who know the subject',
    rules: ['search-gap'],
  },
};
