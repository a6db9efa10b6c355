import { LEVELS, type Level } from '../core/article-kinds.ts';
import { type Question, questionsInOrder, type Survey } from '../core/survey.ts';
import { type AnswerValue, problemWith } from '../core/survey-answer.ts';
import { askedQuestions } from '../core/survey-condition.ts';
import { experienceIn } from '../core/survey-experience.ts';
import { wordingOf } from '../core/survey-wording.ts';

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

/** The answers that say something: blank texts and empty lists are questions left out. */
export function withoutBlanks(answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers)
      .map(([id, value]) => [id, typeof value === 'string' ? value.trim() : value])
      .filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}

/**
 * Sorts the answers of a sheet into those to store, those to leave out, and everything that is wrong, all at once.
 *
 * A page may have been open, or a sheet have waited on a device, while the survey changed. The wordings that the sheet
 * gives tell: what it answers to a question that is gone, or to options that are, is left out. Without a wording, such
 * an answer is a mistake of whoever sent it.
 */
export function readSheet(sent: SentSheet, { survey, categories, fallback }: Circumstances): SheetReading {
  const questions = questionsInOrder(survey);
  const byId = new Map(questions.map((question) => [question.id, question]));
  const given = new Map(Object.entries(wordingsIn(sent)));
  const present = (question: Question) => wordingOf(question, String(sent.locale), fallback);
  const isOf = (question: Question, wording: string | undefined) => wording === present(question);

  const fitting: Record<string, unknown> = {};
  const leftOut: LeftOut[] = [];
  const problems: SheetProblem[] = [];
  for (const [id, value] of Object.entries(sent.answers)) {
    const question = byId.get(id);
    const wording = given.get(id);
    const detail = question && problemWith(question, value as AnswerValue);
    if (question && !detail) {
      fitting[id] = value;
    } else if (wording !== undefined && !(question && (isOf(question, wording) || isText(question, value)))) {
      leftOut.push({ id, ...(question && { question }), why: question ? 'changed' : 'gone' });
    } else if (question && detail) {
      problems.push({ id, question, kind: 'misfit', detail });
    } else {
      problems.push({ id, kind: 'unknown', detail: 'is not a question of this survey' });
    }
  }

  const level = isLevel(sent.level) ? sent.level : experienceIn(questions, fitting);
  const asked = askedQuestions(questions, { answers: fitting, level, categories });
  const kept = asked.filter(({ id }) => Object.hasOwn(fitting, id));
  const keptIds = new Set(kept.map(({ id }) => id));
  for (const id of Object.keys(fitting)) {
    if (!keptIds.has(id)) leftOut.push({ id, question: byId.get(id), why: 'not-asked' });
  }

  // Who had an earlier survey before them may never have seen what is required today.
  const isEarlier = [...given].some(([id, wording]) => {
    const question = byId.get(id);
    return !question || !isOf(question, wording);
  });
  const missing = asked.filter(
    ({ id, required }) => required && !isEarlier && !Object.hasOwn(sent.answers, id),
  );
  for (const question of missing) {
    problems.push({ id: question.id, question, kind: 'missing', detail: 'needs an answer' });
  }
  return {
    answers: Object.fromEntries(kept.map(({ id }) => [id, fitting[id]])),
    wordings: Object.fromEntries(
      kept.map((question) => [question.id, given.get(question.id) ?? present(question)]),
    ),
    leftOut,
    problems,
  };
}

/** The wordings as far as they are texts; what else is wrong with them, the schema says. */
function wordingsIn({ wordings }: SentSheet): Record<string, string> {
  if (!wordings || typeof wordings !== 'object') return {};
  return Object.fromEntries(Object.entries(wordings).filter(([, wording]) => typeof wording === 'string'));
}

/** A text that does not fit is too long, in whatever wording it was asked for. */
function isText({ kind }: Question, value: unknown): boolean {
  return kind === 'text' && typeof value === 'string';
}

function isLevel(value: unknown): value is Level {
  return LEVELS.some((level) => level === value);
}
