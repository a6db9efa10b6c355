import { EXPECTATION_LEVELS, type ExpectationLevel } from '../expectation-level.ts';
import {
  climbLevels,
  compareLevels,
  GOOD_ANSWER,
  type LevelAnswers,
  type LevelShare,
  type LevelVerdict,
  levelInterval,
  levelShare,
} from '../statistics/expectation-levels.ts';
import { type GuttmanScale, guttmanScale } from '../statistics/guttman-scale.ts';
import { differenceInterval } from '../statistics/newcombe.ts';
import type { Question } from '../survey/survey.ts';
import { type Change, verdictOf } from './share.ts';
import { SMALLEST_GROUP } from './small-groups.ts';

/** Fewest readers with answers on every level from which it is judged whether the levels form a pyramid. */
const SMALLEST_PYRAMID = 30;

/** One level of expectation. Without `share`, too few readers answered to show it. */
export interface LevelFigures {
  level: ExpectationLevel;
  verdict: LevelVerdict;
  more?: number;
  share?: LevelShare;
  change?: LevelChange;
}

/** How the share of good answers moved. */
export interface LevelChange extends Change {
  before: LevelShare;
}

export interface PyramidFigures {
  /** From the ground up, all four. */
  levels: LevelFigures[];
  /**
   * Do the levels rest on each other in these answers? `false`: they are judged side by side. `undefined`: too few
   * readers answered on every level to say, and a pyramid is assumed.
   */
  isPyramid?: boolean;
  /** Readers with answers on every level that the survey asks about, and how well they form a scale. */
  scale?: GuttmanScale & { readers: number };
}

/** What one sheet answers on one level. */
export interface SheetLevel {
  answers: number;
  /** How many of these are good. */
  good: number;
}

/** What one sheet answers on the levels, in their order; a level without answers has `undefined`. */
export type SheetLevels = readonly (SheetLevel | undefined)[];

/** Is the reader content with the level: is more than half of the answers good? */
export function isContent({ answers, good }: SheetLevel): boolean {
  return good > answers / 2;
}

/** What a sheet answers on the levels: each answer with its question, only those that fit. */
export function sheetLevels(
  given: Iterable<readonly [question: Question, value: unknown]>,
): (SheetLevel | undefined)[] {
  const levels: (SheetLevel | undefined)[] = EXPECTATION_LEVELS.map(() => undefined);
  for (const [question, value] of given) {
    if (!question.level || !isScale(question)) continue;
    const index = EXPECTATION_LEVELS.indexOf(question.level);
    const { answers, good } = levels[index] ?? { answers: 0, good: 0 };
    levels[index] = { answers: answers + 1, good: good + (Number(value) >= GOOD_ANSWER ? 1 : 0) };
  }
  return levels;
}

/** What may be shown of the levels; without it, all that enough readers answered. */
export interface ShownLevels {
  isShown(level: ExpectationLevel): boolean;
  /** Whether the answers of those who answered on every level may be shown together. */
  isScaleShown: boolean;
}

/** How a level changed, where both periods may be shown. */
export function levelChangeOf(now: LevelFigures, before: LevelFigures | undefined): LevelChange | undefined {
  if (!now.share || !before?.share) return undefined;
  const boundsOf = ({ readers, share }: LevelShare) =>
    levelInterval({ level: now.level, readers, good: share * readers });
  const interval = differenceInterval(boundsOf(now.share), boundsOf(before.share));
  return {
    before: before.share,
    difference: now.share.share - before.share.share,
    ...interval,
    verdict: verdictOf(interval),
  };
}

/** Counts what readers answered on the four levels, one sheet at a time. */
export class LevelTally {
  /** By the place of the level: whether the survey asks about it, and the sums of the answers. */
  readonly #asked: readonly boolean[];
  readonly #sums: LevelAnswers[] = EXPECTATION_LEVELS.map((level) => ({ level, readers: 0, good: 0 }));
  /** Readers by the levels they are content with, one bit a level. */
  readonly #patterns: number[] = new Array(2 ** EXPECTATION_LEVELS.length).fill(0);

  constructor(questions: readonly Question[]) {
    this.#asked = askedLevels(questions);
  }

  /** Adds the answers of one sheet: each with its question, only those that fit. */
  add(given: Iterable<readonly [question: Question, value: unknown]>): void {
    this.addLevels(sheetLevels(given));
  }

  /** Adds what one sheet answers on the levels. */
  addLevels(levels: SheetLevels): void {
    let pattern = 0;
    let isWhole = true;
    for (let index = 0; index < this.#sums.length; index++) {
      const level = levels[index];
      const sums = this.#sums[index];
      if (!level || !sums) {
        if (this.#asked[index]) isWhole = false;
        continue;
      }
      sums.readers += 1;
      sums.good += level.good / level.answers;
      if (isContent(level)) pattern |= 1 << index;
    }
    if (isWhole) this.#patterns[pattern] = (this.#patterns[pattern] ?? 0) + 1;
  }

  /** @param limit The share of good answers that a level needs, from 0 to 1. */
  figures(limit: number, shown?: ShownLevels): PyramidFigures {
    const scale = shown && !shown.isScaleShown ? undefined : this.#scale();
    const visible = this.#sums.map((sums) =>
      !shown || shown.isShown(sums.level) ? sums : { ...sums, readers: 0, good: 0 },
    );
    const answers = visible.map(
      (sums, index) => [sums.level, this.#asked[index] ? sums : undefined] as const,
    );
    const judge = scale?.isScale === false ? compareLevels : climbLevels;
    const levels = judge(answers, limit, SMALLEST_GROUP).map((test, index) => {
      const sums = visible[index];
      return sums && sums.readers >= SMALLEST_GROUP ? { ...test, share: levelShare(sums) } : test;
    });
    return { levels, ...(scale && { isPyramid: scale.isScale, scale }) };
  }

  /** The sums of a level. */
  sums(level: ExpectationLevel): LevelAnswers {
    return this.#sums[EXPECTATION_LEVELS.indexOf(level)] ?? { level, readers: 0, good: 0 };
  }

  #scale(): PyramidFigures['scale'] {
    const readers = this.#patterns.reduce((sum, count) => sum + count, 0);
    if (readers < SMALLEST_PYRAMID || this.#asked.filter(Boolean).length < 2) return undefined;
    const patterns = this.#patterns.flatMap((count, pattern) => {
      const agreed = this.#asked.flatMap((asked, index) => (asked ? [(pattern >> index) % 2 === 1] : []));
      return count > 0 ? [{ agreed, readers: count }] : [];
    });
    return { ...guttmanScale(patterns), readers };
  }
}

/** Of each level in order, whether a question asks about it that is answered on a scale. */
export function askedLevels(questions: readonly Question[]): boolean[] {
  return EXPECTATION_LEVELS.map((level) =>
    questions.some((question) => question.level === level && isScale(question)),
  );
}

function isScale({ kind }: Question): boolean {
  return kind === 'scale' || kind === 'csat';
}
