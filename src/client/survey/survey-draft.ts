import type { Day } from '../../core/calendar.ts';
import { isRecent } from '../feedback/waiting.ts';

/** A survey that was begun and not sent, as this browser keeps it. */
export interface SurveyDraft {
  /** Day of the first answer. */
  day: Day;
  answers: Record<string, unknown>;
  /** The wording in which each answered question was asked. */
  wordings: Record<string, string>;
  /** Id of the question at which the reader was. */
  place?: string;
  /** Ids of all questions in the order in which this reader sees them. */
  order: string[];
  /** Where the link to the survey stood, and the article from which the reader came. */
  source?: string;
  article?: string;
}

/**
 * What of a kept survey still holds: answers to questions that ask the same as they did. `undefined` if nothing does,
 * or if it was begun more than a week ago.
 *
 * @param value as it was kept, perhaps by an earlier survey
 * @param questions as they are asked on this page
 */
export function draftFrom(
  value: unknown,
  questions: readonly { id: string; wordings: readonly string[] }[],
  today: Day,
): SurveyDraft | undefined {
  const { day, answers, wordings, place, order, source, article } = asObject(value);
  if (typeof day !== 'string' || !isRecent(day, today)) return undefined;
  const asked = asObject(wordings);
  const still = questions.filter(({ id, wordings: known }) => known.includes(String(asked[id])));
  const given = asObject(answers);
  const holding = still.filter(({ id }) => Object.hasOwn(given, id)).map(({ id }) => id);
  if (holding.length === 0) return undefined;
  return {
    day,
    answers: Object.fromEntries(holding.map((id) => [id, given[id]])),
    wordings: Object.fromEntries(holding.map((id) => [id, String(asked[id])])),
    order: Array.isArray(order) ? order.map(String) : [],
    ...(typeof place === 'string' && { place }),
    ...(typeof source === 'string' && { source }),
    ...(typeof article === 'string' && { article }),
  };
}

function asObject(value: unknown): Record<string, unknown> {
  return value && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
}
