import { type Day, dayOf } from '../calendar.ts';
import { GOOD_ANSWER } from '../statistics/expectation-levels.ts';
import { type Recommendations, recommendationGroup } from '../statistics/net-promoter-score.ts';
import type { EarlierAnswer } from '../survey/sheet-reader.ts';
import { compareText } from '../text-order.ts';
import { type ScoreFigure, scoreOf } from './score-figure.ts';
import { type Share, shareOf } from './share.ts';
import { SMALLEST_GROUP } from './small-groups.ts';

/** Answers to a question as it was asked before, or is asked on a page that was built from another survey. */
export interface EarlierWording {
  wording: string;
  locale: string;
  /** Days of the first and the last answer. */
  from: Day;
  to: Day;
  answers: number;
  good?: Share;
  score?: ScoreFigure;
}

interface Counts {
  question: string;
  kind: EarlierAnswer['question']['kind'];
  wording: string;
  locale: string;
  first: Date;
  last: Date;
  answers: number;
  good: number;
  recommendations: Recommendations;
}

/** Counts answers to earlier wordings one at a time. */
export class EarlierWordingTally {
  readonly #wordings = new Map<string, Counts>();

  add({ question, wording, value }: EarlierAnswer, locale: string, received: Date): void {
    const key = `${question.id} ${locale} ${wording}`;
    let counts = this.#wordings.get(key);
    if (!counts) {
      counts = {
        question: question.id,
        kind: question.kind,
        wording,
        locale,
        first: received,
        last: received,
        answers: 0,
        good: 0,
        recommendations: { promoters: 0, passives: 0, detractors: 0 },
      };
      this.#wordings.set(key, counts);
    }
    counts.answers += 1;
    if (received < counts.first) counts.first = received;
    if (received > counts.last) counts.last = received;
    if (Number(value) >= GOOD_ANSWER) counts.good += 1;
    counts.recommendations[recommendationGroup(Number(value))] += 1;
  }

  /** The wordings of a question to which enough answered, the newest first. */
  ofQuestion(id: string): EarlierWording[] {
    return [...this.#wordings.values()]
      .filter(({ question, answers }) => question === id && answers >= SMALLEST_GROUP)
      .sort((a, b) => b.last.getTime() - a.last.getTime() || compareText(a.wording, b.wording))
      .map(({ kind, wording, locale, first, last, answers, good, recommendations }) => ({
        wording,
        locale,
        from: dayOf(first),
        to: dayOf(last),
        answers,
        ...((kind === 'scale' || kind === 'csat') && { good: shareOf(good, answers) }),
        ...(kind === 'nps' && { score: scoreOf(recommendations) }),
      }));
  }
}
