import { writtenDay } from '../day.ts';
import { SENT_KEY } from '../kept.ts';
import { element } from '../result-parts.ts';
import { forgetSheet, sentSheets, withdrawSent, withdrawWaiting } from '../survey/survey-withdrawal.ts';
import type { ScriptTexts } from '../texts.ts';
import type { MySubmission } from './my-submission-item.ts';
import { waiting } from './outbox.ts';
import { type StoredSubmission, storedSubmission } from './own-submission.ts';

/** What the questions of the survey ask, and what their options say, by id. */
type Questions = Record<string, { text: string; options?: Record<string, string> }>;

/** The survey sheets that were sent from this browser, or wait. */
export function mySheets({ dataset }: HTMLElement, { t }: ScriptTexts): MySubmission[] {
  const action = new URL(dataset.answers ?? '', location.href).href;
  const questions = JSON.parse(dataset.questions ?? '{}') as Questions;
  const about = (day: string) => ({
    title: t('site.survey'),
    day,
    said: t('mine.sheet', { day: writtenDay(day, document.documentElement.lang) }),
    details: ({ answers = {} }: StoredSubmission) => [answerList(answers, questions)],
  });
  const waits = waiting().filter(({ receiptKey }) => receiptKey === SENT_KEY);
  return [
    ...waits.map((entry) => ({
      ...about(entry.day),
      state: entry.refused ? ('refused' as const) : ('waiting' as const),
      stored: async () => undefined,
      withdraw: async () => fateOf(await withdrawWaiting(action, entry)),
      forget: () => {},
    })),
    ...sentSheets().map((sheet) => ({
      ...about(sheet.day),
      stored: () => storedSubmission(`${action}/${sheet.id}`, sheet.receipt),
      withdraw: async () => fateOf(await withdrawSent(action, sheet)),
      forget: () => forgetSheet(sheet.id),
    })),
  ];
}

function fateOf(isDone: boolean) {
  return { kind: isDone ? 'done' : 'unreachable' } as const;
}

function answerList(answers: NonNullable<StoredSubmission['answers']>, questions: Questions): HTMLElement {
  return element(
    'dl',
    '',
    ...Object.entries(answers).flatMap(([id, value]) => {
      const { text = id, options = {} } = questions[id] ?? {};
      const words = [value].flat().map((one) => options[String(one)] ?? String(one));
      return [element('dt', '', text), element('dd', '', words.join(', '))];
    }),
  );
}
