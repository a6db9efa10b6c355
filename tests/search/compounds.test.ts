import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compoundParts, possibleCuts } from '../../src/search/compounds.ts';

const JOINTS = ['', 's', 'es', 'n', 'en', 'er', 'e'];

function partsOf(word: string, ...known: string[]): string[] {
  return compoundParts(word, JOINTS, (one) => known.includes(one));
}

describe('the parts of a compound word', () => {
  test('are cut again where they are compound themselves', () => {
    const known = ['hochspannung', 'netzgeraet', 'netz', 'geraet'];
    expect(partsOf('hochspannungsnetzgeraet', ...known)).toEqual(known);
  });

  test.each([
    ['lieferungsfrist', ['lieferung', 'frist']],
    ['landesbank', ['land', 'bank']],
    ['kundenkonto', ['kunde', 'konto']],
    ['kinderkarte', ['kind', 'karte']],
    ['netzteil', ['netz', 'teil']],
  ])('%s may be joined by letters of neither', (word, parts) => {
    expect(partsOf(word, ...parts)).toEqual(parts);
  });

  test('may lack letters at their end', () => {
    expect(partsOf('schulbuch', 'schule', 'buch')).toEqual(['schule', 'buch']);
    expect(partsOf('sprachkurs', 'sprache', 'kurs')).toEqual(['sprache', 'kurs']);
  });

  test('must all be words of the site', () => {
    expect(partsOf('netzteil', 'netz')).toEqual([]);
    expect(partsOf('netzteil', 'teil')).toEqual([]);
    expect(partsOf('netzteil', 'netzteil')).toEqual([]);
  });

  test('have at least four letters', () => {
    expect(partsOf('hofladen', 'hof', 'laden')).toEqual([]);
    expect(partsOf('ladenhof', 'laden', 'hof')).toEqual([]);
    // Without its joint the first part is too short.
    expect(partsOf('amtskasse', 'amt', 'kasse')).toEqual([]);
  });

  test('are those of the evenest cut', () => {
    expect(partsOf('bankdatenbank', 'bank', 'datenbank', 'bankdaten')).toEqual(['bank', 'datenbank']);
    expect(partsOf('kontostandabfrage', 'konto', 'standabfrage', 'kontostand', 'abfrage')).toEqual([
      'kontostand',
      'abfrage',
    ]);
  });

  test('are the longer ones where letters between them could belong to either', () => {
    expect(partsOf('kartentasche', 'karte', 'karten', 'tasche')).toEqual(['karten', 'tasche']);
  });

  test('are named once', () => {
    expect(partsOf('kartenkarten', 'karten')).toEqual(['karten']);
  });

  test('are known words, whatever the word and the site', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'n', 's'), minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 12 }), (word, known) => {
        const parts = compoundParts(word, JOINTS, (one) => known.includes(one));
        for (const part of parts) expect(known).toContain(part);
        expect(new Set(parts).size).toBe(parts.length);
      }),
    );
  });
});

describe('possible cuts', () => {
  const cuts = (word: string, ...known: string[]) => possibleCuts(word, JOINTS, (one) => known.includes(one));

  test('stand behind a word of the site', () => {
    expect(cuts('netzteil', 'netz')).toEqual([4]);
    expect(cuts('netzteil', 'kabel')).toEqual([]);
  });

  test('stand behind what joins the parts, too', () => {
    expect(cuts('lieferungsfrist', 'lieferung')).toEqual([9, 10]);
  });

  test('leave room for a second part', () => {
    expect(cuts('netztei', 'netz')).toEqual([]);
  });
});
