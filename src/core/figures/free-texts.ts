import { dayOf } from '../calendar.ts';
import { EXPECTATION_LEVELS, type ExpectationLevel } from '../expectation-level.ts';
import type { Question } from '../survey/survey.ts';
import { isContent, type SheetLevels } from './level-figures.ts';
import { Newest } from './newest.ts';
import { WordTally } from './outstanding-words.ts';
import type { FreeText } from './question-figures.ts';
import { SMALLEST_GROUP } from './small-groups.ts';

/** Most texts that a report quotes: of each question, and of all together. */
const MOST_OF_A_QUESTION = 100;
const MOST_TEXTS = 500;

/**
 * The first level of expectation that a reader's own answers do not meet, or that of the question where it has one;
 * `content` where all are met, `unknown` where the reader answered nothing about the levels, or where too few wrote of
 * whom the same is true: their words must not tell what they answered.
 */
export type About = ExpectationLevel | 'content' | 'unknown';

/** What a reader wrote in answer to a question of the kind `text`. */
export interface SurveyText extends FreeText {
  question: string;
  about: About;
}

/** A word that more readers use than the articles would lead one to expect. */
export interface OutstandingWord {
  /** As readers most often write it. */
  word: string;
  locale: string;
  /** In so many texts of the period. */
  texts: number;
  about: About;
}

export interface FreeTexts {
  total: number;
  /** The newest first. */
  newest: SurveyText[];
  /** By what they are about, those that stand out most first. */
  words: OutstandingWord[];
}

/** Gathers what readers wrote, one sheet at a time. */
export class FreeTextTally {
  readonly #all = new Newest<SurveyText>(MOST_TEXTS);
  readonly #ofQuestion = new Map<string, Newest<FreeText>>();
  readonly #words = new WordTally();
  /** Readers who wrote, by what their own answers tell. */
  readonly #writers = new Map<About, number>();
  /** Questions with a level of their own: what is written there tells of no other answer. */
  readonly #ofLevel = new Set<string>();

  /**
   * @param texts The texts of one sheet, each with its question.
   * @param levels What the reader answers on the levels.
   */
  add(
    texts: readonly (readonly [question: Question, text: string])[],
    { locale, received }: { locale: string; received: Date },
    levels: SheetLevels,
  ): void {
    const own = aboutOf(levels);
    this.#writers.set(own, (this.#writers.get(own) ?? 0) + 1);
    for (const [question, text] of texts) {
      const about = question.level ?? own;
      if (question.level) this.#ofLevel.add(question.id);
      const quoted = { text, day: dayOf(received), locale };
      this.#all.add({ ...quoted, question: question.id, about }, received);
      const same = this.#ofQuestion.get(question.id) ?? new Newest<FreeText>(MOST_OF_A_QUESTION);
      this.#ofQuestion.set(question.id, same);
      same.add(quoted, received);
      this.#words.add(text, locale, about);
    }
  }

  /** The texts in answer to one question. */
  ofQuestion(id: string): { total: number; newest: FreeText[] } {
    const texts = this.#ofQuestion.get(id);
    return { total: texts?.total ?? 0, newest: texts?.list() ?? [] };
  }

  /** @param articleTexts The texts of all articles in a language; without them, no word stands out. */
  figures(articleTexts?: (locale: string) => Iterable<string>): FreeTexts {
    return {
      total: this.#all.total,
      newest: this.#all.list().map((text) => (this.#mayTell(text) ? text : { ...text, about: 'unknown' })),
      words: articleTexts ? this.#words.words(articleTexts) : [],
    };
  }

  #mayTell({ question, about }: SurveyText): boolean {
    return this.#ofLevel.has(question) || (this.#writers.get(about) ?? 0) >= SMALLEST_GROUP;
  }
}

function aboutOf(levels: SheetLevels): About {
  if (!levels.some((level) => level)) return 'unknown';
  const broken = levels.findIndex((level) => level && !isContent(level));
  return EXPECTATION_LEVELS[broken] ?? 'content';
}
