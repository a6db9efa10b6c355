import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Question, questionSchema } from '../../../src/core/survey/survey.ts';
import { wordingOf, wordingsThatCount } from '../../../src/core/survey/survey-wording.ts';

const scale = questionSchema.parse({
  id: 'right',
  kind: 'scale',
  text: { en: 'How often were our answers correct?', de: 'Wie oft waren unsere Antworten richtig?' },
  ends: { low: { en: 'never', de: 'nie' }, high: { en: 'always', de: 'immer' } },
});
const choice = questionSchema.parse({
  id: 'channel',
  kind: 'one-of',
  text: { en: 'How did you reach us?' },
  options: [
    { id: 'phone', text: { en: 'By phone', de: 'Am Telefon' } },
    { id: 'mail', text: { en: 'By mail', de: 'Per Post' } },
  ],
});

/** The question with another text in one language. */
function worded(text: Record<string, string>, question: Question = scale): Question {
  return { ...question, text: { ...question.text, ...text } };
}

const word = fc.stringMatching(/^[a-zäöüß]{1,8}$/);
const words = fc.array(word, { minLength: 1, maxLength: 8 });
/** What stands between two words without saying anything. */
const between = fc.constantFrom(' ', '  ', '\n', ', ', ' – ', ' … ', '“ ', ' *', '? ');

describe('the wording of a question', () => {
  test('is eight digits that stay the same', () => {
    expect([wordingOf(scale, 'en'), wordingOf(scale, 'de'), wordingOf(choice, 'en')]).toEqual([
      '730f6bbd',
      '352bc96f',
      '79b35fe3',
    ]);
  });

  test.for<[string, Question]>([
    ['quotation marks, dots and line breaks', worded({ en: '“How often”\nwere our *answers* … correct' })],
    ['the text of another language', worded({ de: 'Stimmte, was wir sagten?', fr: 'Quoi ?' })],
    [
      'its id, level and condition',
      { ...scale, id: 'other', level: 'accuracy', shownIf: { level: ['expert'] } },
    ],
    [
      'that it must be answered, and what it was called',
      { ...scale, required: true, formerly: [{ en: 'Right?' }] },
    ],
  ])('is not changed by %s', ([, question]) => {
    expect(wordingOf(question, 'en')).toBe(wordingOf(scale, 'en'));
  });

  test.for<[string, Question]>([
    ['a word', worded({ en: 'How often were our answers right?' })],
    ['the order of the words', worded({ en: 'How often our answers were correct?' })],
    ['the kind', { ...scale, kind: 'csat' } as Question],
    [
      'an end of the scale',
      { ...scale, ends: { low: { en: 'hardly ever' }, high: { en: 'always' } } } as Question,
    ],
    [
      'ends that changed places',
      { ...scale, ends: { low: { en: 'always' }, high: { en: 'never' } } } as Question,
    ],
  ])('is changed by %s', ([, question]) => {
    expect(wordingOf(question, 'en')).not.toBe(wordingOf(scale, 'en'));
  });

  test('is changed by an option that is taken out, added, renamed or moved', () => {
    if (choice.kind !== 'one-of') throw new Error('the question offers options');
    const [phone, mail] = choice.options;
    if (!phone || !mail) throw new Error('there are two options');
    const changed = [
      [phone],
      [phone, mail, { id: 'fax', text: { en: 'By fax' } }],
      [phone, { ...mail, text: { en: 'By letter' } }],
      [phone, { ...mail, id: 'post' }],
      [mail, phone],
    ].map((options) => wordingOf({ ...choice, options }, 'en'));
    expect(new Set([...changed, wordingOf(choice, 'en')]).size).toBe(6);
  });

  test('is that of the language which readers see where theirs is missing', () => {
    expect(wordingOf(scale, 'fr', 'de')).toBe(wordingOf(scale, 'de'));
    expect(wordingOf(scale, 'fr', 'en')).toBe(wordingOf(scale, 'en'));
    // Only the options are there in German: what readers see is a mixture, and so is its wording.
    expect(wordingOf(choice, 'de', 'en')).not.toBe(wordingOf(choice, 'en'));
  });

  test('depends on the words of the language alone, whatever stands between them', () => {
    fc.assert(
      fc.property(words, fc.array(between, { minLength: 9, maxLength: 9 }), words, (asked, marks, other) => {
        const written = asked.reduce((text, one, index) => `${text}${marks[index]}${one}`, '');
        const plain = wordingOf(worded({ en: asked.join(' ') }), 'en');
        expect(wordingOf(worded({ en: `${written}${marks[8]}`, de: other.join(' ') }), 'en')).toBe(plain);
        expect(wordingOf(worded({ en: asked.join(' ').normalize('NFD') }), 'en')).toBe(plain);
      }),
    );
  });

  test('is another one as soon as one word is', () => {
    fc.assert(
      fc.property(words, fc.nat(), word, (asked, place, other) => {
        const index = place % asked.length;
        fc.pre(asked[index] !== other);
        const changed = asked.with(index, other);
        expect(wordingOf(worded({ en: changed.join(' ') }), 'en')).not.toBe(
          wordingOf(worded({ en: asked.join(' ') }), 'en'),
        );
      }),
    );
  });
});

describe('the wordings that count', () => {
  const counts = (question: Question, wording: string, locale = 'en', fallback = 'en') =>
    wordingsThatCount(question, locale, fallback).has(wording);

  test('are the present one, and not one of before', () => {
    const changed = worded({ en: 'Were we right?' });
    expect(counts(changed, wordingOf(changed, 'en'))).toBe(true);
    expect(counts(changed, wordingOf(scale, 'en'))).toBe(false);
  });

  test('keep the answers to a wording that the survey names under `formerly`, in that language alone', () => {
    const misspelt = worded({ en: 'How oftne were our answers correct?' });
    const mended = { ...scale, formerly: [{ en: 'How oftne were our answers correct?' }] };
    expect(counts(mended, wordingOf(misspelt, 'en'))).toBe(true);
    expect(counts(mended, wordingOf(scale, 'en'))).toBe(true);
    expect(counts(mended, wordingOf(worded({ de: 'Wie oft?' }), 'de'), 'de')).toBe(false);
  });

  test('do not keep answers to other ends or options, whatever is named', () => {
    const ends = { low: { en: 'rarely' }, high: { en: 'often' } };
    const changed = { ...scale, ends, formerly: [scale.text] } as Question;
    expect(counts(changed, wordingOf(scale, 'en'))).toBe(false);
  });

  // Readers of a language that was missing answered the question of another one, which still counts.
  test('keep the answers of readers whose language was missing, once it is there', () => {
    const asked = wordingOf(scale, 'fr', 'en');
    const complete = {
      ...worded({ fr: 'Nos réponses étaient-elles justes ?' }),
      ends: { low: { en: 'never', fr: 'jamais' }, high: { en: 'always', fr: 'toujours' } },
    } as Question;
    expect(wordingOf(complete, 'fr', 'en')).not.toBe(asked);
    expect(counts(complete, asked, 'fr')).toBe(true);
    expect(counts(complete, wordingOf(complete, 'fr', 'en'), 'fr')).toBe(true);
  });

  test('keep the answers of readers whose language is missing, when another language becomes the first', () => {
    const asked = wordingOf(scale, 'fr', 'en');
    expect(counts(scale, asked, 'fr', 'de')).toBe(true);
  });

  test('keep what was read in place of a missing language, as `formerly` gives it', () => {
    const asked = wordingOf(worded({ en: 'How oftne were our answers correct?' }), 'fr', 'en');
    const mended = { ...scale, formerly: [{ en: 'How oftne were our answers correct?' }] };
    expect(counts(mended, asked, 'fr')).toBe(true);
    const { en, de } = scale.text;
    const translated = { ...mended, text: { en: en ?? '', de: de ?? '', fr: 'Justes ?' } };
    expect(counts(translated, asked, 'fr')).toBe(true);
  });

  test('hold every former text in each language, and no other text', () => {
    fc.assert(
      fc.property(
        fc.array(
          words.map((one) => one.join(' ')),
          { minLength: 1, maxLength: 5 },
        ),
        words.map((one) => one.join(' ')),
        fc.constantFrom('en', 'de'),
        (former, other, locale) => {
          const question = { ...scale, formerly: former.map((text) => ({ [locale]: text })) };
          for (const text of former) {
            expect(counts(question, wordingOf(worded({ [locale]: text }), locale), locale)).toBe(true);
          }
          fc.pre(!former.includes(other));
          expect(counts(question, wordingOf(worded({ [locale]: other }), locale), locale)).toBe(false);
        },
      ),
    );
  });
});
