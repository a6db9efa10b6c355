import { describe, expect, test } from 'vitest';
import { kindOfEdit, vocabularyOf } from '../../../src/core/edits/edit-kind.ts';
import { type LabelledEdit, labelledEdits, textOf } from './labelled-edits.ts';

const judged = ({ locale, before, after }: LabelledEdit) =>
  kindOfEdit(textOf(before), textOf(after), { locale });

describe.each(['working', 'held-out'] as const)('of the %s set of edits', (set) => {
  const edits = labelledEdits(set);

  test('no edit of formatting or spelling opens a new series', () => {
    const wrong = edits.filter((edit) => edit.kind !== 'substance' && judged(edit) === 'substance');
    expect(wrong).toEqual([]);
  });

  test('formatting is never more than formatting', () => {
    const more = edits.filter((edit) => edit.kind === 'formatting' && judged(edit) !== 'formatting');
    expect(more).toEqual([]);
  });

  // At most 2 % may be missed; so far none is.
  test('no change of substance is missed', () => {
    const missed = edits.filter((edit) => edit.kind === 'substance' && judged(edit) !== 'substance');
    expect(missed).toEqual([]);
  });
});

describe('a word that is one letter away', () => {
  const kind = (before: string, after: string, vocabulary?: ReadonlyMap<string, number>) =>
    kindOfEdit(textOf(before), textOf(after), { locale: 'en', ...(vocabulary && { vocabulary }) });

  test('is a typing error if nobody knows the other', () => {
    expect(kind('Open the Quillbox.', 'Open the Quilbox.')).toBe('spelling');
    expect(kind('Open the Quartzer.', 'Open the Quarzer.')).toBe('spelling');
  });

  test('is another word if the site uses both', () => {
    const articles = ['Planter and Plancer.', 'The Planter.', 'The Plancer.'].map(textOf);
    expect(kind('Open the Planter.', 'Open the Plancer.')).toBe('spelling');
    expect(kind('Open the Planter.', 'Open the Plancer.', vocabularyOf(articles))).toBe('substance');
  });

  test('is another word if both are known everywhere', () => {
    expect(kind('We ship to Austria.', 'We ship to Australia.')).toBe('substance');
    expect(kind('We ship to Austria.', 'We ship to Autsria.')).toBe('spelling');
  });

  test('is another word if the text uses both', () => {
    const rest = '\n\nThe Planter needs a Plancer.';
    expect(kind(`Open the Planter.${rest}`, `Open the Plancer.${rest}`)).toBe('substance');
  });
});

test('the title counts as the text does', () => {
  const sections = [{ text: 'Open the app.' }];
  const kind = (before: string, after: string) =>
    kindOfEdit({ title: before, sections }, { title: after, sections }, { locale: 'en' });
  expect(kind('Get a refund', 'Get a refund')).toBe('formatting');
  expect(kind('Get a refnud', 'Get a refund')).toBe('spelling');
  expect(kind('Get a refund', 'Get no refund')).toBe('substance');
});

test('of a language that nobody taught it, it knows numbers, signs and moved sentences', () => {
  const kind = (before: string, after: string) => kindOfEdit(textOf(before), textOf(after), { locale: 'fr' });
  expect(kind('Le remboursment est rapide.', 'Le remboursement est rapide.')).toBe('spelling');
  expect(kind('En 5 jours.', 'En 6 jours.')).toBe('substance');
  expect(kind('Ouvrez. Fermez le menu.', 'Fermez le menu. Ouvrez.')).toBe('substance');
});

test('a text that is another from end to end is substance, and quickly so', () => {
  const words = (letters: string) =>
    Array.from({ length: 2000 }, (_, at) => `${letters}${at.toString(36)}`).join(' ');
  expect(kindOfEdit(textOf(words('a')), textOf(words('b')))).toBe('substance');
});

test('the vocabulary counts articles, not words, and knows one form of each', () => {
  const texts = [textOf('Straße, Strasse und straße.'), textOf('Die Straße.')];
  expect([...vocabularyOf(texts)]).toEqual([
    ['strasse', 2],
    ['und', 1],
    ['die', 1],
  ]);
});

test.each([
  ['en', 'Increase it 5 €.', 'Increase it to 5 €.'],
  ['en', 'Your contact ends.', 'Your contract ends.'],
  ['en', 'Put it in the cart.', 'Put it in the card.'],
  ['en', 'The trial is free.', 'The trail is free.'],
  ['en', 'An active line.', 'An inactive line.'],
  ['en', 'Use their name.', 'Use other name.'],
  ['de', 'Er hatte Zeit.', 'Er hätte Zeit.'],
  ['de', 'Die Anfahrt dauert.', 'Die Abfahrt dauert.'],
  ['de', 'Fragen Sie Frau Krüger.', 'Fragen Sie Frau Kröger.'],
  ['de', 'Der Verbrauch zählt.', 'Der Verbraucher zählt.'],
  ['de', 'Der Verleih zahlt.', 'Der Verleiher zahlt.'],
  ['de', 'Die Neuanmeldung ist da.', 'Die Neuabmeldung ist da.'],
  ['de', 'Die Fahrkarte ist da.', 'Die Fahrkasse ist da.'],
  ['de', 'In Massen genießen.', 'In Maßen genießen.'],
])('in %s, "%s" and "%s" say two things', (locale, before, after) => {
  expect(kindOfEdit(textOf(before), textOf(after), { locale })).toBe('substance');
});

test.each([
  ['en', 'Wait for the the e mail.', 'Wait for the e-mail.'],
  ['en', 'Pick Spnish or Spanish (Mexico).', 'Pick Spanish or Spanish (Mexico).'],
  ['en', 'Pick Spnish, Spanish (Mexico).', 'Pick Spanish, Spanish (Mexico).'],
  ['en', 'You cannot pay.', 'You can’t pay.'],
  ['en', 'It costs $1,000.00.', 'It costs 1000 dollars.'],
  ['de', 'Gehen Sie zu dem Schalter.', 'Gehen Sie zun Schalter.'],
  ['de', 'Gehen Sie zu dem Schalter.', 'Gehen Sie zum Schalter.'],
  ['de', 'Rufen Sie uns um 09:30 Uhr an.', 'Rufen Sie uns um 9.30 Uhr an.'],
])('in %s, "%s" and "%s" say the same', (locale, before, after) => {
  expect(kindOfEdit(textOf(before), textOf(after), { locale })).toBe('spelling');
});
