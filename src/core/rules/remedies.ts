import type { Reason } from '../feedback.ts';

/** What readers mean by a reason, and what a writer can do about it. */
export const REMEDIES: Record<Reason, { meaning: string; hint: string }> = {
  outdated: {
    meaning: 'out of date',
    hint: 'Compare it with the product as it is today, and correct what has changed',
  },
  incomplete: { meaning: 'incomplete', hint: 'Add what readers still had to ask for' },
  unclear: {
    meaning: 'hard to understand',
    hint: 'Begin with the answer, then short sentences and numbered steps',
  },
  wrong: { meaning: 'wrong', hint: 'Try what it says, step by step, and correct it' },
  'not-what-i-looked-for': {
    meaning: 'not what they were looking for',
    hint: 'Make the title and `questions` say what it answers, or write the answer that they expected',
  },
  other: { meaning: 'something else', hint: 'Read it as a customer would, and see what is missing' },
};
