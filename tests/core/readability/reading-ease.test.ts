import { describe, expect, test } from 'vitest';
import { fleschEase, measuredLanguage, readingEase } from '../../../src/core/readability/reading-ease.ts';
import { sentencesOf } from '../../../src/core/readability/sentences.ts';

function sentences(passage: string, language: 'en' | 'de'): string[] {
  return sentencesOf(passage, language).map(({ text }) => text);
}

describe('reading ease', () => {
  test('of an English text is that of Flesch', () => {
    const text = 'The cat sat on the mat.';
    expect(readingEase([{ text, line: 1 }], 'en')?.ease).toBeCloseTo(116.145, 9);
  });

  test('has the value that Wikipedia gives for a sentence of 13 words and 24 syllables', () => {
    expect(fleschEase(13, 24 / 13, 'en')).toBeCloseTo(37.455, 3);
  });

  test('of a German text is that of Amstad', () => {
    // 9 words, 2 sentences, Öff-nen Sie das Kon-to. Kün-di-gen Sie dort den Ver-trag: 14 syllables, counted by hand.
    const text = 'Öffnen Sie das Konto. Kündigen Sie dort den Vertrag.';
    expect(readingEase([{ text, line: 1 }], 'de')).toEqual({
      ease: expect.closeTo(180 - 4.5 - (58.5 * 14) / 9, 9),
      words: 9,
      sentences: 2,
      sentenceLength: 4.5,
      wordLength: 14 / 9,
      longest: {
        text: 'Kündigen Sie dort den Vertrag.',
        words: ['Kündigen', 'Sie', 'dort', 'den', 'Vertrag'],
        line: 1,
      },
    });
  });

  test('falls with longer sentences and with longer words', () => {
    for (const language of ['en', 'de'] as const) {
      expect(fleschEase(10, 1.5, language)).toBeGreaterThan(fleschEase(11, 1.5, language));
      expect(fleschEase(10, 1.5, language)).toBeGreaterThan(fleschEase(10, 1.6, language));
    }
  });

  test('is taken over all passages, and knows the line of the longest sentence', () => {
    const passages = [
      { text: 'Wait. Then go.', line: 3 },
      { text: 'Open it and wait for the end.', line: 7 },
      { text: 'Now you may close it again too.', line: 9 },
    ];
    expect(readingEase(passages, 'en')).toMatchObject({ words: 17, sentences: 4, longest: { line: 7 } });
  });

  test('is unknown of a text without sentences', () => {
    expect(readingEase([{ text: 'Name, address, telephone', line: 1 }], 'en')).toBeUndefined();
    expect(readingEase([], 'de')).toBeUndefined();
  });

  test('is known in two languages, wherever they are spoken', () => {
    expect(['en', 'en-GB', 'de-AT', 'fr', 'den'].map(measuredLanguage)).toEqual([
      'en',
      'en',
      'de',
      undefined,
      undefined,
    ]);
  });
});

describe('a sentence', () => {
  test.each([
    ['en', 'Wait. Then go! Is it there? Yes…', ['Wait.', 'Then go!', 'Is it there?', 'Yes…']],
    ['en', 'Open it, e.g. by e-mail. Ask Mr. Smith.', ['Open it, eg by e-mail.', 'Ask Mr Smith.']],
    ['en', 'It takes 2.5 days. 3 are rare.', ['It takes 2.5 days.', '3 are rare.']],
    ['en', 'She said: “Stop.” Then she left.', ['She said:', '“Stop.”', 'Then she left.']],
    [
      'de',
      'Obst, z. B. Äpfel, gibt es am 1. Mai. Nr. 5 fehlt.',
      ['Obst, z B Äpfel, gibt es am 1 Mai.', 'Nr 5 fehlt.'],
    ],
    ['en', 'We moved on May 1. Since then all is well.', ['We moved on May 1.', 'Since then all is well.']],
    ['en', 'Choose:', ['Choose:']],
    ['en', 'See https://example.com/a.b and src/core. Then wait.', ['See and .', 'Then wait.']],
  ] as const)('ends where it ends (%s): %s', (language, passage, expected) => {
    expect(sentences(passage, language)).toEqual(expected);
  });

  test('is more than a number or a name in a list', () => {
    expect(sentences('Owner', 'en')).toEqual([]);
    expect(sentences('2026.', 'en')).toEqual([]);
  });
});
