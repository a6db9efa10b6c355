import { EXPECTATION_LEVELS } from '../../src/core/expectation-level.ts';
import type { LevelAnswers } from '../../src/core/statistics/expectation-levels.ts';
import type { ResponsePattern } from '../../src/core/statistics/guttman-scale.ts';

/** Readers whose truth is known, unlike that of any real ones. */
export interface Truth {
  /** The share of good answers to the questions of each level, from the ground up. */
  shares: readonly number[];
  /** Questions of each level; every reader answers all of them. */
  questions?: number;
  /** How alike the answers of one reader to two questions of a level are: their correlation, from 0 to 1. */
  alike?: number;
  /**
   * The part of the answers, from 0 to 1, in which a level rests on those below it: the reader is content with it
   * only if content with them. All other answers to a level know nothing of the others.
   */
  resting?: number;
}

/** What one survey finds: the answers to each level, and how many readers are content with which of them. */
export interface Sheets {
  levels: LevelAnswers[];
  patterns: ResponsePattern[];
}

/**
 * Fills in so many sheets. Each answer is good where a number that looks random lies below the true share; answers
 * that are alike come from the same number, so that each question keeps its true share.
 *
 * Lunn and Davies, "A note on generating correlated binary variables", Biometrika 85 (1998), 487-490.
 */
export function fillInSheets(truth: Truth, readers: number, random: () => number): Sheets {
  const { shares, questions = 1, alike = 0, resting = 0 } = truth;
  // Two answers are alike where both come from the number of their level.
  const fromLevel = Math.sqrt(alike);
  const good = shares.map(() => 0);
  const patterns = new Map<number, number>();
  for (let reader = 0; reader < readers; reader++) {
    const ofReader = random();
    let content = 0;
    for (const [level, share] of shares.entries()) {
      const ofLevel = random() < resting ? ofReader : random();
      let answers = 0;
      for (let question = 0; question < questions; question++) {
        const number = questions === 1 || random() < fromLevel ? ofLevel : random();
        if (number < share) answers += 1;
      }
      good[level] = (good[level] ?? 0) + answers / questions;
      if (answers > questions / 2) content |= 1 << level;
    }
    patterns.set(content, (patterns.get(content) ?? 0) + 1);
  }
  return {
    levels: EXPECTATION_LEVELS.map((level, index) => ({ level, readers, good: good[index] ?? 0 })),
    patterns: [...patterns].map(([content, count]) => ({
      agreed: shares.map((_, level) => ((content >> level) & 1) === 1),
      readers: count,
    })),
  };
}
