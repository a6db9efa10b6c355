import { expect, test } from 'vitest';
import type { Submission } from '../../../src/core/feedback.ts';
import { ReportTally } from '../../../src/core/figures/report-tally.ts';
import type { SurveyFigures } from '../../../src/core/figures/survey-figures.ts';
import { sheet, site, survey, times } from './submissions.ts';

const period = { from: '2026-03-01', to: '2026-03-31' };

const ARTICLES: Record<string, string[]> = {
  en: times(
    40,
    () =>
      'You find the invoice in your account. The bill of the month is sent to you by post, and it is free.',
  ),
  de: times(
    40,
    () => 'Die Rechnung finden Sie in Ihrem Konto. Sie wird Ihnen mit der Post geschickt und ist kostenlos.',
  ),
};

function surveyOf(...submissions: Submission[]): SurveyFigures | undefined {
  const tally = new ReportTally({
    period,
    survey,
    ...site,
    articleTexts: (locale) => ARTICLES[locale] ?? [],
  });
  for (const submission of submissions) tally.add(submission);
  return tally.figures().survey;
}

const wrote = (text: string, day: string, about: string, locale = 'en') => ({
  text,
  day,
  locale,
  question: 'wish',
  about,
});

test('what readers wrote stands newest first, with the first level that their own answers do not meet', () => {
  const { texts } =
    surveyOf(
      ...times(5, () => sheet('2026-03-01', { wish: 'Wrong.', right: 1, complete: 5, there: 1 })),
      ...times(5, () => sheet('2026-03-02', { wish: 'Nobody there.', right: 5, there: 2 })),
      ...times(5, () => sheet('2026-03-03', { wish: 'Fine.', right: 4, there: 5 }, { locale: 'de' })),
      sheet('2026-03-04', { wish: 'Hello.', satisfaction: 1 }),
    ) ?? {};
  expect(texts).toEqual({
    total: 16,
    newest: [
      wrote('Hello.', '2026-03-04', 'unknown'),
      ...times(5, () => wrote('Fine.', '2026-03-03', 'content', 'de')),
      ...times(5, () => wrote('Nobody there.', '2026-03-02', 'availability')),
      ...times(5, () => wrote('Wrong.', '2026-03-01', 'accuracy')),
    ],
    words: [],
  });
});

test('where fewer than five readers wrote who miss the same, their words do not tell what they answered', () => {
  const { texts } =
    surveyOf(
      ...times(5, () => sheet('2026-03-01', { wish: 'Wrong.', right: 1 })),
      ...times(4, () => sheet('2026-03-02', { wish: 'Nobody there.', right: 5, there: 2 })),
      // Readers who do not write hide nobody who does.
      ...times(9, () => sheet('2026-03-02', { right: 5, there: 2 })),
    ) ?? {};
  expect(texts?.newest).toEqual([
    ...times(4, () => wrote('Nobody there.', '2026-03-02', 'unknown')),
    ...times(5, () => wrote('Wrong.', '2026-03-01', 'accuracy')),
  ]);
});

test('words stand out that readers use and articles do not, in each language, without those that mean nothing', () => {
  const { texts } =
    surveyOf(
      ...times(12, () =>
        sheet('2026-03-01', { right: 1, wish: 'The hotline of the shop is so slow, slow, slow!' }),
      ),
      ...times(12, () =>
        sheet('2026-03-01', { right: 5, wish: 'Die Hotline ist mir zu teuer' }, { locale: 'de' }),
      ),
      sheet('2026-03-01', { right: 1, wish: 'Once.' }),
    ) ?? {};
  const words = (about: string) =>
    texts?.words.filter((word) => word.about === about).map(({ word, texts: count }) => [word, count]);
  expect(words('accuracy')).toEqual(['hotline', 'shop', 'slow', 'so'].map((word) => [word, 12]));
  expect(words('content')).toEqual(['Hotline', 'teuer', 'zu'].map((word) => [word, 12]));
  expect(texts?.words.map(({ locale }) => locale)).toEqual([
    ...times(3, () => 'de'),
    ...times(4, () => 'en'),
  ]);
});

test('few texts have no words that stand out', () => {
  const few = times(9, () => sheet('2026-03-01', { wish: 'The hotline is slow.' }));
  expect(surveyOf(...few)?.texts?.words).toEqual([]);
});

test('answers to an earlier wording are told apart from five on, and count nowhere else', () => {
  const asked = (day: string, wording: string, value: number) =>
    sheet(day, { satisfaction: value }, { wordings: { satisfaction: wording } });
  const { questions } =
    surveyOf(
      ...times(6, () => sheet('2026-03-20', { satisfaction: 5 })),
      ...times(4, () => asked('2026-03-03', '0123abcd', 5)),
      asked('2026-03-05', '0123abcd', 1),
      ...times(4, () => asked('2026-03-06', 'ffffffff', 1)),
    ) ?? {};
  const { good, earlier } = questions?.find(({ id }) => id === 'satisfaction') ?? {};
  expect(good).toEqual(expect.objectContaining({ count: 6, of: 6 }));
  expect(earlier).toEqual([
    {
      wording: '0123abcd',
      locale: 'en',
      from: '2026-03-03',
      to: '2026-03-05',
      answers: 5,
      good: expect.objectContaining({ count: 4, of: 5 }),
    },
  ]);
});
