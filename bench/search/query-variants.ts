import { cutLastWord } from './cut-word.ts';
import { keyWords } from './key-words.ts';
import { withTypingError } from './typing-error.ts';

/** How the same question is put. */
export const VARIANTS = {
  'as typed': (query: string) => query,
  'one typing error': withTypingError,
  'key words': keyWords,
  'key words with an error': (query: string) => withTypingError(keyWords(query)),
  'last word cut': cutLastWord,
} as const;

export type Variant = keyof typeof VARIANTS;
