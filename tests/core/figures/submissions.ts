import type { Submission } from '../../../src/core/feedback.ts';
import { type Question, surveySchema } from '../../../src/core/survey/survey.ts';

const texts = { en: 'text' };
const ends = { low: texts, high: texts };

/** A small survey with every kind of question. */
export const survey = surveySchema.parse({
  title: texts,
  introduction: texts,
  thanks: texts,
  levels: Object.fromEntries(
    ['accuracy', 'availability', 'partnership', 'expertise'].map((level) => [
      level,
      { title: texts, description: texts },
    ]),
  ),
  questions: [
    { id: 'right', kind: 'scale', level: 'accuracy', text: texts, ends },
    { id: 'complete', kind: 'scale', level: 'accuracy', text: texts, ends },
    { id: 'there', kind: 'scale', level: 'availability', text: texts, ends },
    { id: 'satisfaction', kind: 'csat', text: texts, ends },
    { id: 'recommend', kind: 'nps', text: texts, ends },
    {
      id: 'experience',
      kind: 'one-of',
      text: texts,
      options: ['beginner', 'experienced', 'expert'].map((id) => ({ id, text: texts })),
    },
    {
      id: 'devices',
      kind: 'several-of',
      text: texts,
      options: [
        { id: 'phone', text: texts },
        { id: 'desk', text: texts },
      ],
    },
    { id: 'wish', kind: 'text', text: texts },
  ] satisfies Partial<Question>[],
});

/** What figures need to know of a site. */
export const site = {
  levelShare: 0.7,
  locales: ['en', 'de'],
  categories: (article: string) => article.split('/')[0] ?? '',
};

let made = 0;

/** Another UUID with every call. */
export function uuid(): string {
  made += 1;
  return `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`;
}

type Part<Type extends Submission['type']> = Partial<
  Omit<Extract<Submission, { type: Type }>, 'received' | 'type'>
>;

/** A vote for `billing/refund` in English that came in on a day at noon. */
export function vote(day: string, helpful: boolean, more: Part<'vote'> = {}): Submission {
  const received = noon(day);
  const { id = uuid(), article = 'billing/refund', locale = 'en', revision = '111111111111', ...rest } = more;
  return { type: 'vote', id, article, locale, revision, helpful, received, changed: received, ...rest };
}

/** A survey sheet in English that came in on a day at noon. */
export function sheet(
  day: string,
  answers: Extract<Submission, { type: 'answers' }>['answers'],
  more: Part<'answers'> = {},
): Submission {
  return { type: 'answers', id: uuid(), locale: 'en', answers, received: noon(day), ...more };
}

/** A signal that came in on a day at noon, in English. */
export function signal(day: string, what: Record<string, unknown>): Submission {
  return { type: 'signal', id: uuid(), locale: 'en', received: noon(day), ...what } as Submission;
}

/** The same thing several times over, made anew each time. */
export function times<Thing>(count: number, make: () => Thing): Thing[] {
  return Array.from({ length: count }, make);
}

function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}
