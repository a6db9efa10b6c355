import { describe, expect, test } from 'vitest';
import { syllablesOf } from '../../../src/core/readability/syllables.ts';

/** Words divided by hand. */
const ENGLISH =
  'ac-count pass-word de-liv-er-y or-der can-cel sub-scrip-tion pay-ment card bank re-fund in-voice ad-dress change ' +
  'changed need-ed asked used lan-guage cus-tom-er ser-vice ta-ble lit-tle set-tings screen but-ton choose file im-age ' +
  'the there ev-ery-one peo-ple cre-ate i-de-a be-ing quick-ly queue through a-gain wait-ed de-vice bro-ken ' +
  'tel-e-phone fif-teen com-pa-ny in-for-ma-tion';
const GERMAN =
  'Rück-er-stat-tung Ver-trag kün-di-gen Rech-nung be-zah-len Kon-to Pass-wort Be-nut-zer Ein-stel-lun-gen öff-nen ' +
  'schlie-ßen aus-wäh-len Schalt-flä-che Ad-res-se Be-stel-lung Lie-fe-rung Pa-ket Ge-rät Bild-schirm neu-e Fei-er ' +
  'Bau-er Treu-e Knie The-a-ter ak-tu-ell Na-ti-on In-for-ma-ti-on Quel-le Fre-quenz Boot See Häu-ser Leu-te Mai ' +
  'Bay-ern Mey-er Couch Rou-te Ru-i-ne Po-e-sie I-dee Al-lee Ko-pie va-ri-ie-ren er-reich-bar Ü-ber-wei-sung ' +
  'zu-rück Tag ge-hen se-hen';

const words = (list: string) =>
  list.split(' ').map((word) => [word.replaceAll('-', ''), word.split('-').length] as const);

test.each(words(ENGLISH))('the English word %s has %i', (word, count) => {
  expect(syllablesOf(word, 'en')).toBe(count);
});

test.each(words(GERMAN))('the German word %s has %i', (word, count) => {
  expect(syllablesOf(word, 'de')).toBe(count);
});

describe('a word', () => {
  test('is counted with capitals and with hyphens as without', () => {
    expect([
      syllablesOf('KÜNDIGEN', 'de'),
      syllablesOf('E-Mail', 'de'),
      syllablesOf('Check-in', 'en'),
    ]).toEqual([3, 2, 2]);
  });

  test('has at least one, even without a vowel', () => {
    expect([syllablesOf('pst', 'de'), syllablesOf('GmbH', 'de'), syllablesOf('hmm', 'en')]).toEqual([
      1, 1, 1,
    ]);
  });

  test('is counted wrongly where two vowels of a German word belong to two syllables', () => {
    // Fa-mi-li-e, Mu-se-um, be-en-det; Web-site is English.
    expect(['Familie', 'Museum', 'beendet', 'Website'].map((word) => syllablesOf(word, 'de'))).toEqual([
      3, 2, 2, 3,
    ]);
  });
});
