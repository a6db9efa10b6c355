import { isLevel } from '../../core/article-kinds.ts';
import { type Question, questionsInOrder, type Survey } from '../../core/survey/survey.ts';
import { type AnswerValue, problemWith } from '../../core/survey/survey-answer.ts';
import { askedQuestions } from '../../core/survey/survey-condition.ts';
import { experienceIn } from '../../core/survey/survey-experience.ts';
import { storable } from '../../stores/text.ts';
import { PageWordings } from './page-wordings.ts';

/** A sheet as it was sent. Only that its answers are an object is known. */
export interface SentSheet {
  answers: Readonly<Record<string, unknown>>;
  locale?: unknown;
  level?: unknown;
  wordings?: unknown;
}

/** One answer that does not fit its question, or is missing. */
export interface SheetProblem {
  /** Id as sent. */
  id: string;
  /** Missing where the survey has no such question. */
  question?: Question;
  kind: 'unknown' | 'misfit' | 'missing';
  detail: string;
}

/** An answer that is not stored, although nothing is wrong with it. */
export interface LeftOut {
  /** Id as sent. */
  id: string;
  /** Missing where the survey has no such question any more. */
  question?: Question;
  /** The page was opened before the question was taken out or changed, or the question is not for this reader. */
  why: 'gone' | 'changed' | 'not-asked';
}

export interface SheetReading {
  /** The answers to questions that were asked. */
  answers: Record<string, unknown>;
  /** For each of these answers, how its question was worded. */
  wordings: Record<string, string>;
  leftOut: LeftOut[];
  problems: SheetProblem[];
}

/** What the collector knows besides the sheet. */
interface Circumstances {
  survey: Survey;
  /** Id and folder of the category of the article from which the reader came. */
  categories: readonly string[];
  /** The language that readers see where theirs is missing. */
  fallback: string | undefined;
}

/** The answers that say something: empty lists, and texts of which nothing would be stored, are questions left out. */
export function withoutBlanks(answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers)
      .map(([id, value]) => [id, typeof value === 'string' ? storable(value).trim() : value])
      .filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}

/**
 * Sorts the answers of a sheet into those to store, those to leave out, and everything that is wrong, all at once.
 *
 * What a page of before the survey changed answers to a question that is gone, or to options that are, is left out.
 * Where the page did not say what it asked, such an answer is a mistake of whoever sent it.
 */
export function readSheet(sent: SentSheet, { survey, categories, fallback }: Circumstances): SheetReading {
  const questions = questionsInOrder(survey);
  const page = new PageWordings(sent, fallback);
  const { fitting, leftOut, problems } = fittingAnswers(sent, questions, page);

  const level = isLevel(sent.level) ? sent.level : experienceIn(questions, fitting);
  const asked = askedQuestions(questions, { answers: fitting, level, categories });
  const kept = asked.filter(({ id }) => Object.hasOwn(fitting, id));
  for (const question of questions) {
    const { id } = question;
    if (Object.hasOwn(fitting, id) && !kept.includes(question))
      leftOut.push({ id, question, why: 'not-asked' });
  }
  // Who had an earlier survey before them may never have seen what is required today.
  if (!page.isEarlierThan(byId(questions))) problems.push(...missingIn(sent, asked));
  return {
    answers: Object.fromEntries(kept.map(({ id }) => [id, fitting[id]])),
    wordings: Object.fromEntries(kept.map((question) => [question.id, page.of(question)])),
    leftOut,
    problems,
  };
}

/** The answers that fit the questions of the survey, asked or not, and what becomes of the others. */
function fittingAnswers(sent: SentSheet, questions: readonly Question[], page: PageWordings) {
  const fitting: Record<string, unknown> = {};
  const leftOut: LeftOut[] = [];
  const problems: SheetProblem[] = [];
  const known = byId(questions);
  for (const [id, value] of Object.entries(sent.answers)) {
    const question = known.get(id);
    const about = { id, ...(question && { question }) };
    const detail = question
      ? problemWith(question, value as AnswerValue)
      : 'is not a question of this survey';
    // A text that does not fit is too long, in whatever wording it was asked for.
    const isLongText = question?.kind === 'text' && typeof value === 'string';
    if (detail === undefined) fitting[id] = value;
    else if (page.askedOtherwise(id, question) && !isLongText)
      leftOut.push({ ...about, why: question ? 'changed' : 'gone' });
    else problems.push({ ...about, kind: question ? 'misfit' : 'unknown', detail });
  }
  return { fitting, leftOut, problems };
}

function missingIn({ answers }: SentSheet, asked: readonly Question[]): SheetProblem[] {
  return asked
    .filter(({ id, required }) => required && !Object.hasOwn(answers, id))
    .map((question) => ({ id: question.id, question, kind: 'missing', detail: 'needs an answer' }));
}

function byId(questions: readonly Question[]): Map<string, Question> {
  return new Map(questions.map((question) => [question.id, question]));
}
