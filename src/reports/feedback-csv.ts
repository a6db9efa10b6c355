import type { StoredAnswers, StoredSignal, StoredVote, Submission } from '../core/feedback.ts';
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv.ts';

/** Kinds of submissions, each of which is a table of its own. */
export const FEEDBACK_KINDS = ['votes', 'answers', 'signals'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** Whether a submission is of a kind. */
export function isOfKind({ type }: Submission, kind: FeedbackKind): boolean {
  return type === 'answers' ? kind === 'answers' : kind === `${type}s`;
}

const VOTE = [
  'id',
  'received',
  'changed',
  'article',
  'locale',
  'revision',
  'helpful',
  'level',
  'search',
  'reason',
  'comment',
  'aside',
] as const;
const ANSWER = [
  'id',
  'received',
  'locale',
  'source',
  'article',
  'level',
  'aside',
  'question',
  'wording',
  'value',
] as const;
const SIGNAL = [
  'id',
  'received',
  'kind',
  'locale',
  'article',
  'revision',
  'query',
  'results',
  'search',
  'position',
  'aside',
] as const;

/** The line of headings, with the mark that tells spreadsheets that the file is UTF-8. */
export function feedbackHeadings(kind: FeedbackKind): string {
  const columns = { votes: VOTE, answers: ANSWER, signals: SIGNAL }[kind];
  return `${BYTE_ORDER_MARK}${csvLine(columns)}\r\n`;
}

/**
 * A submission for a spreadsheet: one row for a vote or a signal. A sheet of answers has a row for each answer, and for
 * each choice where several could be taken, so that the columns stay the same when the survey changes; a sheet without
 * answers has one row. Times are ISO 8601, in UTC.
 */
export function feedbackRows(submission: Submission): string {
  const rows = [...rowsOf(submission)];
  return rows.map((row) => `${csvLine(row)}\r\n`).join('');
}

function* rowsOf(submission: Submission): Generator<Cell[]> {
  if (submission.type === 'answers') yield* answersRows(submission);
  else yield submission.type === 'vote' ? cells(VOTE, submission) : cells(SIGNAL, submission);
}

function* answersRows(sheet: StoredAnswers): Generator<Cell[]> {
  const { answers, wordings, ...rest } = sheet;
  const given = Object.entries(answers);
  if (given.length === 0) yield cells(ANSWER, rest);
  for (const [question, answer] of given) {
    const wording = wordings?.[question];
    const values = Array.isArray(answer) && answer.length > 0 ? answer : [answer];
    for (const value of values) {
      yield cells(ANSWER, { ...rest, question, wording, value: Array.isArray(value) ? '' : value });
    }
  }
}

type AnswerCells = Omit<StoredAnswers, 'answers' | 'wordings'> & {
  question?: string;
  wording?: string;
  value?: Cell;
};

function cells(columns: readonly string[], values: StoredVote | StoredSignal | AnswerCells): Cell[] {
  const given: Record<string, unknown> = { ...values };
  return columns.map((column) => {
    const value = given[column];
    return value instanceof Date ? value.toISOString() : (value as Cell);
  });
}
