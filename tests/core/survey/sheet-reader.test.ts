import { expect, test } from 'vitest';
import { SheetReader } from '../../../src/core/survey/sheet-reader.ts';
import { type Question, surveySchema } from '../../../src/core/survey/survey.ts';
import { wordingOf } from '../../../src/core/survey/survey-wording.ts';

const text = { en: 'text', de: 'Text' };
const ends = { low: text, high: text };
const survey = surveySchema.parse({
  title: text,
  introduction: text,
  thanks: text,
  levels: Object.fromEntries(
    ['accuracy', 'availability', 'partnership', 'expertise'].map((level) => [
      level,
      { title: text, description: text },
    ]),
  ),
  questions: [
    {
      id: 'right',
      kind: 'scale',
      text: { en: 'The answers are right.', de: 'Die Antworten stimmen.' },
      formerly: [{ en: 'The answer are right.' }],
      ends,
    },
    { id: 'constructor', kind: 'text', text },
  ],
});
const [right, wish] = survey.questions as [Question, Question];
const reader = new SheetReader(survey, ['en', 'de']);

function wordingIn(locale: string, words: string): string {
  return wordingOf({ ...right, text: { ...right.text, [locale]: words } }, locale, 'en');
}

function read(answers: Record<string, number | string>, wordings?: Record<string, string>, locale = 'en') {
  return [...reader.read({ locale, answers, ...(wordings && { wordings }) })];
}

test('answers to the present wording count, and so do those of a sheet that does not say how it asked', () => {
  expect(read({ right: 4 })).toEqual([[right, 4]]);
  expect(read({ right: 4 }, { right: wordingOf(right, 'en', 'en') })).toEqual([[right, 4]]);
  expect(read({ right: 4 }, { constructor: 'ffffffff' })).toEqual([[right, 4]]);
});

test('a wording of which the survey says that it asked the same counts, but not in another language', () => {
  const misspelt = wordingIn('en', 'The answer are right.');
  expect(read({ right: 4 }, { right: misspelt })).toEqual([[right, 4]]);
  expect(read({ right: 4 }, { right: wordingIn('de', 'The answer are right.') }, 'de')).toEqual([]);
  expect(read({ right: 4 }, { right: wordingOf(right, 'de', 'en') }, 'de')).toEqual([[right, 4]]);
});

test('a reader whose language is missing was asked in the first language of the site', () => {
  expect(read({ right: 4 }, { right: wordingOf(right, 'en', 'en') }, 'fr')).toEqual([[right, 4]]);
});

test('an answer to another wording counts nowhere but as an earlier answer', () => {
  const sheet = { locale: 'en', answers: { right: 2 }, wordings: { right: '0123abcd' } };
  expect([...reader.read(sheet)]).toEqual([]);
  expect(reader.earlier(sheet)).toEqual([{ question: right, wording: '0123abcd', value: 2 }]);
  expect(reader.earlier({ locale: 'en', answers: { right: 2 } })).toEqual([]);
});

test('what does not fit, is blank or is asked no longer is no answer', () => {
  expect(read({ right: 6 })).toEqual([]);
  expect(read({ constructor: '  ' })).toEqual([]);
  expect(read({ gone: 1 })).toEqual([]);
  expect(read({})).toEqual([]);
  expect(reader.earlier({ locale: 'en', answers: { right: 6 }, wordings: { right: '0123abcd' } })).toEqual(
    [],
  );
  expect(read({ constructor: 'More pictures.' })).toEqual([[wish, 'More pictures.']]);
});
