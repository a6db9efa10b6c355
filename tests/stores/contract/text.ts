import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answers, search, uuid, vote } from '../submissions.ts';
import { type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

/** Which text is kept as it was given. */
export function describeText(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);

  test('of any kind survives: umlauts, emoji, quotes, SQL, line ends', async () => {
    const character = fc
      .oneof(fc.nat(0xff), fc.nat(0xd7ff), fc.integer({ min: 0xe000, max: 0x10ffff }))
      .map((point) => String.fromCodePoint(point));
    const text = fc.oneof(
      fc.string({ unit: character, maxLength: 40 }),
      fc.constantFrom(
        'äöüß',
        '👩‍👩‍👧',
        `'";--`,
        "'); DROP TABLE votes;--",
        'a\r\nb\tc',
        '\u202e\ufeff',
        '$1 ?1 %s',
        '\\0',
      ),
    );
    const texts = fc.sample(text, { seed: 1, numRuns: 200 });
    for (const [number, given] of texts.slice(0, 20).entries()) {
      await subject.store.addVote(vote(number), new Date(number));
      await subject.store.changeVote(uuid(number), { comment: given }, TEN);
    }
    const sheet = (kept: readonly string[]) => Object.fromEntries(kept.map((given, index) => [index, given]));
    await subject.store.addAnswers(answers(1, { source: texts[1], answers: sheet(texts) }), NINE);
    await subject.store.addSignals(
      texts.map((given, number) => search(number, given, 1)),
      NINE,
    );
    const kept = texts.map((given) => given.replaceAll('\0', ''));
    const found = await subject.all();
    expect(found.flatMap((one) => (one.type === 'vote' ? [one.comment] : []))).toEqual(kept.slice(0, 20));
    expect(found[20]).toMatchObject({ source: kept[1], answers: sheet(kept) });
    expect(found.flatMap((one) => ('query' in one ? [one.query] : []))).toEqual(kept);
  });

  test('loses NUL and half characters, which not every database can keep', async () => {
    const broken = 'a\0b\ud83dc';
    await subject.store.addVote(vote(1), NINE);
    await subject.store.changeVote(uuid(1), { comment: broken }, NINE);
    await subject.store.addAnswers(
      answers(1, { source: broken, answers: { one: broken, two: [broken] } }),
      NINE,
    );
    await subject.store.addSignals([search(1, broken, 1)], NINE);
    const kept = 'ab\ufffdc';
    expect(await subject.all()).toMatchObject([
      { comment: kept },
      { source: kept, answers: { one: kept, two: [kept] } },
      { query: kept },
    ]);
    expect((await subject.store.summary()).searches).toMatchObject([{ query: kept }]);
  });
}
