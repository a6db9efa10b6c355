import {
  climbLevels,
  compareLevels,
  GOOD_ANSWER,
  type LevelAnswers,
  type LevelShare,
  type LevelVerdict,
  levelShare,
} from '../statistics/expectation-levels.ts';
import { type GuttmanScale, guttmanScale } from '../statistics/guttman-scale.ts';
import type { Interval } from '../statistics/wilson.ts';
import { EXPECTATION_LEVELS, type ExpectationLevel, type Question } from '../survey.ts';
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

/** How the share of good answers moved against the period before, from -1 to 1. */
export interface LevelChange extends Interval {
  before: LevelShare;
  difference: number;
  /** `open`: chance explains the difference as well. */
  verdict: 'better' | 'worse' | 'open';
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

/** Counts what readers answered on the four levels, one sheet at a time. */
export class LevelTally {
  readonly #asked: ReadonlySet<ExpectationLevel>;
  readonly #levels: Map<ExpectationLevel, LevelAnswers>;
  /** Readers by the levels they are content with, as text such as `1100`. */
  readonly #patterns = new Map<string, number>();

  constructor(questions: readonly Question[]) {
    this.#asked = new Set(questions.filter(isScale).flatMap(({ level }) => level ?? []));
    this.#levels = new Map([...this.#asked].map((level) => [level, { level, readers: 0, good: 0 }]));
  }

  /** Adds the answers of one sheet: each with its question, only those that fit. */
  add(given: readonly (readonly [question: Question, value: unknown])[]): void {
    const shares = new Map<ExpectationLevel, { answers: number; good: number }>();
    for (const [question, value] of given) {
      if (!question.level || !isScale(question)) continue;
      const share = shares.get(question.level) ?? { answers: 0, good: 0 };
      share.answers += 1;
      if (Number(value) >= GOOD_ANSWER) share.good += 1;
      shares.set(question.level, share);
    }
    for (const [level, { answers, good }] of shares) {
      const sums = this.#levels.get(level);
      if (!sums) continue;
      sums.readers += 1;
      sums.good += good / answers;
    }
    if (shares.size > 0 && shares.size === this.#asked.size) {
      const pattern = this.#askedInOrder()
        .map((level) => {
          const { answers, good } = shares.get(level) ?? { answers: 0, good: 0 };
          return good > answers / 2 ? '1' : '0';
        })
        .join('');
      this.#patterns.set(pattern, (this.#patterns.get(pattern) ?? 0) + 1);
    }
  }

  /** @param limit The share of good answers that a level needs, from 0 to 1. */
  figures(limit: number): PyramidFigures {
    const scale = this.#scale();
    const answers = EXPECTATION_LEVELS.map((level) => [level, this.#levels.get(level)] as const);
    const judge = scale?.isScale === false ? compareLevels : climbLevels;
    const levels = judge(answers, limit, SMALLEST_GROUP).map((test) => {
      const sums = this.#levels.get(test.level);
      return sums && sums.readers >= SMALLEST_GROUP ? { ...test, share: levelShare(sums) } : test;
    });
    return { levels, ...(scale && { isPyramid: scale.isScale, scale }) };
  }

  #scale(): PyramidFigures['scale'] {
    const readers = [...this.#patterns.values()].reduce((sum, count) => sum + count, 0);
    if (readers < SMALLEST_PYRAMID || this.#asked.size < 2) return undefined;
    const patterns = [...this.#patterns].map(([pattern, count]) => ({
      agreed: [...pattern].map((bit) => bit === '1'),
      readers: count,
    }));
    return { ...guttmanScale(patterns), readers };
  }

  #askedInOrder(): ExpectationLevel[] {
    return EXPECTATION_LEVELS.filter((level) => this.#asked.has(level));
  }
}

function isScale({ kind }: Question): boolean {
  return kind === 'scale' || kind === 'csat';
}
