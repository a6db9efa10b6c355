import type { Question, Survey } from '../core/survey.ts';
import { type AnswerValue, problemWith } from '../core/survey-answer.ts';

/** One answer that does not fit its question. */
export interface SheetProblem {
  /** Id as sent. */
  id: string;
  /** Missing where the survey has no such question. */
  question?: Question;
  kind: 'unknown' | 'misfit' | 'missing';
  detail: string;
}

/** The answers that say something: blank texts and empty lists are questions left out. */
export function withoutBlanks(answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers)
      .map(([id, value]) => [id, typeof value === 'string' ? value.trim() : value])
      .filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}

/** Everything that is wrong with a sheet at once: unknown questions, answers that don't fit, required ones missing. */
export function sheetProblems(survey: Survey, answers: Readonly<Record<string, unknown>>): SheetProblem[] {
  const questions = new Map(survey.questions.map((question) => [question.id, question]));
  const wrong = Object.entries(answers).flatMap(([id, value]): SheetProblem[] => {
    const question = questions.get(id);
    if (!question) return [{ id, kind: 'unknown', detail: 'is not a question of this survey' }];
    const detail = problemWith(question, value as AnswerValue);
    return detail ? [{ id, question, kind: 'misfit', detail }] : [];
  });
  const missing = survey.questions
    .filter(({ id, required }) => required && !Object.hasOwn(answers, id))
    .map(
      (question): SheetProblem => ({
        id: question.id,
        question,
        kind: 'missing',
        detail: 'needs an answer',
      }),
    );
  return [...wrong, ...missing];
}
