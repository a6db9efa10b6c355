import { expect, test } from 'vitest';
import { ELEVEN, type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

/** Which texts of articles readers may still have before them. */
export function describePublished(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);
  const text = (revision: string, locale = 'de') => ({ article: 'billing/refund', locale, revision });
  const known = async () =>
    (await subject.store.published())
      .map((one) => ({ ...one }))
      .sort((a, b) => (a.revision < b.revision ? -1 : 1));

  test('what was published once stays known, also after a restart', async () => {
    expect(await known()).toEqual([]);
    await subject.store.addPublished([text('a00000000000'), text('b00000000000', 'en')], NINE);
    await subject.store.addPublished([text('a00000000000'), text('c00000000000', 'en')], TEN);
    await subject.store.addPublished([], TEN);
    await subject.reopen();
    expect(await known()).toEqual([
      text('a00000000000'),
      text('b00000000000', 'en'),
      text('c00000000000', 'en'),
    ]);
  });

  test('a text is forgotten by when it was last seen, not first', async () => {
    await subject.store.addPublished([text('a00000000000'), text('b00000000000')], NINE);
    await subject.store.addPublished([text('b00000000000')], ELEVEN);
    await subject.store.deleteBefore(TEN);
    expect(await known()).toEqual([text('b00000000000')]);
  });

  test('two collectors may note the same build at once', async () => {
    const texts = Array.from({ length: 500 }, (_, number) => text(`a${String(number).padStart(11, '0')}`));
    await Promise.all([
      subject.store.addPublished(texts, NINE),
      subject.store.addPublished(texts.toReversed(), TEN),
    ]);
    expect(await known()).toEqual(texts);
  });
}
