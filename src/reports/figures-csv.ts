import type { ArticleFigures } from '../core/figures/article-figures.ts';
import type { Figures } from '../core/figures/figures.ts';
import type { GroupFigures, GroupSurvey } from '../core/figures/group-figures.ts';
import type { QuestionFigures } from '../core/figures/question-figures.ts';
import type { ScoreChange, ScoreFigure } from '../core/figures/score-figure.ts';
import type { SearchFigures } from '../core/figures/search-figures.ts';
import type { SurveyFigures } from '../core/figures/survey-figures.ts';
import { firstDayOf, type ScorePoint, type SharePoint, type Trend } from '../core/figures/trend.ts';
import type { Interval } from '../core/statistics/wilson.ts';
import { type Cell, csv, rounded } from './csv.ts';

const COLUMNS = [
  'part',
  'group_kind',
  'group',
  'language',
  'item',
  'measure',
  'value',
  'low',
  'high',
  'of',
  'before',
  'difference',
  'difference_low',
  'difference_high',
] as const;

/** One figure. What is missing stays empty. */
type Row = Partial<Record<(typeof COLUMNS)[number], Cell>> & { part: string; measure: string };

/** Whose figure it is. */
type Whose = Pick<Row, 'group_kind' | 'group' | 'language'>;

/**
 * Every number of a report as one table for a spreadsheet: a line of headings, then one row for each figure, with the
 * range in which the true one lies, the number of answers that it rests on, its value in the period before, and the
 * difference. Shares are from 0 to 1, scores from -100 to 100. What readers wrote is in the other formats.
 */
export function figuresCsv(figures: Figures, demo = false): string {
  const rows = [...rowsOf(figures, demo)];
  return `${csv([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))])}\r\n`;
}

function* rowsOf(figures: Figures, demo: boolean): Generator<Row> {
  const { period, before, votes, articles, categories, searches, contacts, survey, groups } = figures;
  yield { part: 'period', item: period.from, measure: 'from' };
  yield { part: 'period', item: period.to, measure: 'to' };
  yield { part: 'period', item: before.from, measure: 'before_from' };
  yield { part: 'period', item: before.to, measure: 'before_to' };
  if (demo) yield { part: 'period', measure: 'demo', value: true };

  yield { part: 'votes', measure: 'votes', value: votes.total };
  if (votes.helpful) yield { part: 'votes', measure: 'helpful', ...shareCells(votes.helpful, votes.change) };
  yield* trendRows('helpful', votes.trend);
  for (const { reason, count } of votes.reasons) {
    yield { part: 'reasons', item: reason, measure: 'votes', value: count, of: votes.withReason };
  }
  for (const { category, locale, votes, helpful, change, trend } of categories) {
    const named = { part: 'categories', language: locale, item: category };
    yield { ...named, measure: 'votes', value: votes };
    if (helpful) yield { ...named, measure: 'helpful', ...shareCells(helpful, change) };
    yield* trendRows('helpful', trend, { group_kind: 'category', group: category, language: locale });
  }
  for (const article of articles) yield* articleRows(article);
  yield* searchRows(searches);
  yield { part: 'contacts', measure: 'contacts', value: contacts.contacts };
  for (const measure of ['instead', 'solved'] as const) {
    const count = contacts[measure];
    const share = contacts[`${measure}Share`];
    yield { part: 'contacts', measure, value: count };
    if (share) yield { part: 'contacts', measure: `${measure}_share`, ...shareCells(share) };
  }
  for (const { article, locale, contacts: count, solved } of contacts.articles) {
    const named = { part: 'contacts', language: locale, item: article };
    yield { ...named, measure: 'contacts', value: count };
    yield { ...named, measure: 'solved', value: solved };
  }
  if (survey) yield* surveyRows(survey);
  for (const group of groups) yield* groupRows(group);
  for (const { locale, helpful, ...counts } of figures.locales) {
    const named = { part: 'languages', language: locale };
    for (const measure of ['views', 'votes', 'searches', 'contacts'] as const) {
      yield { ...named, measure, value: counts[measure] };
    }
    if (helpful) yield { ...named, measure: 'helpful', ...shareCells(helpful) };
  }
  for (const { reason, ...counts } of figures.aside) {
    for (const measure of ['votes', 'sheets', 'signals'] as const) {
      yield { part: 'aside', item: reason, measure, value: counts[measure] };
    }
  }
}

function* articleRows({
  article,
  locale,
  views,
  votes,
  helpful,
  change,
  reasons,
  revisions,
}: ArticleFigures): Generator<Row> {
  const named = { part: 'articles', language: locale, item: article };
  yield { ...named, measure: 'views', value: views };
  yield { ...named, measure: 'votes', value: votes };
  if (helpful) yield { ...named, measure: 'helpful', ...shareCells(helpful, change) };
  for (const [reason, count] of Object.entries(reasons))
    yield { ...named, measure: `reason_${reason}`, value: count };
  for (const [index, { revision, helpful: after, effect }] of revisions.entries()) {
    const earlier = revisions[index - 1]?.helpful;
    if (!after || !effect || !earlier) continue;
    const edit = { ...named, part: 'edits', group_kind: 'revision', group: revision };
    yield { ...edit, measure: 'helpful', ...shareCells(after, { ...effect, before: earlier }) };
  }
}

function* searchRows({ total, withoutResult, ignored, rare, ...lists }: SearchFigures): Generator<Row> {
  yield { part: 'searches', measure: 'searches', value: total };
  if (withoutResult) yield { part: 'searches', measure: 'without_result', ...shareCells(withoutResult) };
  if (ignored) yield { part: 'searches', measure: 'ignored', ...shareCells(ignored) };
  yield { part: 'searches', measure: 'rare', value: rare };
  const phrases = [...lists.asked, ...lists.unanswered, ...lists.passedOver];
  const each = new Map(phrases.map((phrase) => [`${phrase.locale} ${phrase.query}`, phrase]));
  for (const { query, locale, searches, withoutResult, ignored } of each.values()) {
    const named = { part: 'phrases', language: locale, item: query };
    yield { ...named, measure: 'searches', value: searches };
    yield { ...named, measure: 'without_result', value: withoutResult, of: searches };
    yield { ...named, measure: 'ignored', value: ignored, of: searches };
  }
}

function* surveyRows(survey: SurveyFigures): Generator<Row> {
  yield* answerRows(survey, {});
  const { trends } = survey;
  yield* trendRows('satisfied', trends.satisfied);
  yield* trendRows('score', trends.score);
  for (const { level, trend } of trends.levels) yield* trendRows(level, trend);
}

function* groupRows({ by, key, locale, votes, survey }: GroupFigures): Generator<Row> {
  const whose: Whose = { group_kind: by, group: key, language: by === 'locale' ? key : locale };
  if (votes) yield { part: 'votes', ...whose, measure: 'votes', value: votes.total };
  if (votes?.helpful) {
    yield { part: 'votes', ...whose, measure: 'helpful', ...shareCells(votes.helpful, votes.change) };
  }
  if (!survey) return;
  const { satisfied, satisfiedChange, score, scoreChange } = survey;
  if (satisfied) {
    yield { part: 'survey', ...whose, measure: 'satisfied', ...shareCells(satisfied, satisfiedChange) };
  }
  if (score) yield { part: 'survey', ...whose, measure: 'score', ...scoreCells(score, scoreChange) };
  yield* answerRows(survey, whose);
}

/** What everybody answered, or a group did. */
function* answerRows({ sheets, pyramid, questions = [] }: GroupSurvey, whose: Whose): Generator<Row> {
  yield { part: 'survey', ...whose, measure: 'sheets', value: sheets };
  for (const { level, verdict, share, change } of pyramid?.levels ?? []) {
    const named = { part: 'levels', ...whose, item: level };
    yield { ...named, measure: 'verdict', value: verdict };
    if (!share) continue;
    const { readers: of, share: value, low, high } = share;
    yield { ...named, measure: 'good', ...rangeCells({ value, low, high }), of, ...changeCells(change) };
  }
  for (const question of questions) yield* questionRows(question, whose);
}

function* questionRows(question: QuestionFigures, whose: Whose): Generator<Row> {
  const { id, answers, choices = [], good, goodChange, score, scoreChange, earlier = [] } = question;
  const named = { part: 'questions', ...whose, item: id };
  if (answers !== undefined) yield { ...named, measure: 'answers', value: answers };
  if (good) yield { ...named, measure: 'good', ...shareCells(good, goodChange) };
  if (score) yield { ...named, measure: 'score', ...scoreCells(score, scoreChange) };
  for (const { value, count } of choices) {
    yield { ...named, measure: `chosen_${value}`, value: count, of: answers };
  }
  for (const { wording, locale, answers: count, good: then, score: scoreThen } of earlier) {
    const series = {
      ...named,
      part: 'earlier_wordings',
      group_kind: 'wording',
      group: wording,
      language: locale,
    };
    yield { ...series, measure: 'answers', value: count };
    if (then) yield { ...series, measure: 'good', ...shareCells(then) };
    if (scoreThen) yield { ...series, measure: 'score', ...scoreCells(scoreThen) };
  }
}

/** One row for each step in which somebody said something, under the Monday with which it begins. */
function* trendRows(
  measure: string,
  trend: Trend<SharePoint> | Trend<ScorePoint> | undefined,
  whose: Whose = {},
): Generator<Row> {
  if (!trend) return;
  for (const point of trend.points) {
    const item = firstDayOf(trend, point.step);
    const { of, low, high } = point;
    const value = 'share' in point ? point.share : point.score;
    yield { part: 'trend', ...whose, item, measure, ...rangeCells({ value, low, high }), of };
  }
}

interface Range {
  value: number;
  low?: number;
  high?: number;
}

function rangeCells({ value, low, high }: Range) {
  return { value: rounded(value), low: rounded(low), high: rounded(high) };
}

function changeCells(
  change?: Interval & { before: { share: number } | { score: number }; difference: number },
) {
  if (!change) return {};
  const { before, difference, low, high } = change;
  return {
    before: rounded('share' in before ? before.share : before.score),
    difference: rounded(difference),
    difference_low: rounded(low),
    difference_high: rounded(high),
  };
}

type AnyShare = Interval & { share: number; of: number };

function shareCells({ share: value, low, high, of }: AnyShare, change?: Parameters<typeof changeCells>[0]) {
  return { ...rangeCells({ value, low, high }), of, ...changeCells(change) };
}

function scoreCells({ score: value, low, high, of }: ScoreFigure, change?: ScoreChange) {
  return { ...rangeCells({ value, low, high }), of, ...changeCells(change) };
}
