import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Commit } from '../../../src/core/history.ts';
import { articleSeries } from '../../../src/core/series/article-series.ts';
import { type DatedText, textVersions } from '../../../src/core/series/text-versions.ts';
import { anArticle, feedbackOn } from '../an-article.ts';

/** Words in capitals differ in spelling from the same in small letters, as do other words in substance. */
const kindOf: Parameters<typeof textVersions>[1] = (before, after) =>
  before.title.toLowerCase() === after.title.toLowerCase() ? 'spelling' : 'substance';

/**
 * What commits left, the newest first: `fix: 30 DAYS` is a commit called "fix" that left these words; `!` marks an
 * `Edit: major`, `~` an `Edit: minor`; without words the file could not be read, without a name it is not committed.
 */
function texts(...lines: string[]): DatedText[] {
  return lines.map((line) => {
    const [, mark, subject, words] = /^([!~]?)(\w*):(?: (.*))?$/.exec(line) ?? [];
    const edit = mark === '!' ? 'major' : mark === '~' ? 'minor' : undefined;
    const commit: Commit | undefined = subject
      ? { hash: subject, day: '2026-01-01', subject, edit }
      : undefined;
    return { commit, ...(words && { text: { title: words, sections: [], revision: words } }) };
  });
}

function versions(...lines: string[]): string[] {
  return textVersions(texts(...lines), kindOf).map(
    ({ revision, commit, edit }) => `${commit?.subject ?? '-'} ${edit ?? '-'}: ${revision}`,
  );
}

describe('the versions of a text', () => {
  test('are told apart by what each commit changed', () => {
    expect(versions('third: B', 'second: b', 'first: a')).toEqual([
      'third spelling: B',
      'second substance: b',
      'first -: a',
    ]);
  });

  test('are the same where a commit leaves the words alone: the one that wrote them counts', () => {
    expect(versions('review: b', 'tag: b', 'second: b', 'first: a')).toEqual([
      'second substance: b',
      'first -: a',
    ]);
    expect(versions(': b', 'second: b', 'first: a')).toEqual(['second substance: b', 'first -: a']);
  });

  test('begin with a text that is not committed yet', () => {
    expect(versions(': c', 'first: a')).toEqual(['- substance: c', 'first -: a']);
  });

  test('are what their authors declare them to be', () => {
    expect(versions('~second: b', 'first: a')).toEqual(['second spelling: b', 'first -: a']);
    expect(versions('!second: A', 'first: a')).toEqual(['second substance: A', 'first -: a']);
    expect(versions('later: a', '!pictures: a', 'first: a')).toEqual(['pictures substance: a', 'first -: a']);
    expect(versions(': a', '!pictures: a', 'first: a')).toEqual(['pictures substance: a', 'first -: a']);
  });

  test('take the declaration of the commit that changed the words, not of one that left them alone', () => {
    expect(versions('~review: b', 'second: b', 'first: a')).toEqual(['second substance: b', 'first -: a']);
  });

  test('pass over a text that could not be read, with what it declares', () => {
    expect(versions('third: A', 'broken:', 'first: a')).toEqual(['third spelling: A', 'first -: a']);
    expect(versions('third: A', '!broken:', 'first: a')).toEqual(['third substance: A', 'first -: a']);
    expect(versions('~third: b', 'broken:', 'first: a')).toEqual(['third substance: b', 'first -: a']);
    expect(versions('~third: b', '~broken:', 'first: a')).toEqual(['third spelling: b', 'first -: a']);
    expect(versions('broken:', 'first: a')).toEqual(['first -: a']);
    expect(versions('second: a', 'broken:')).toEqual(['second -: a']);
  });

  test('are none without a text', () => {
    expect(versions()).toEqual([]);
    expect(versions('broken:')).toEqual([]);
  });
});

describe('where only the votes are wanted', () => {
  test('texts before the series that are compared need not be told apart', () => {
    const compared: string[] = [];
    const all = texts('e: e', 'd: d', 'c: c', 'b: b', 'a: a');
    const told = textVersions(
      all,
      (before, after) => {
        compared.push(`${before.revision} ${after.revision}`);
        return 'substance';
      },
      new Set(['e', 'c', 'b']),
    );
    expect(compared).toEqual(['d e', 'c d', 'b c']);
    expect(told.map(({ revision, edit }) => [revision, edit])).toEqual([
      ['e', 'substance'],
      ['d', 'substance'],
      ['c', 'substance'],
      ['b', undefined],
      ['a', undefined],
    ]);
  });

  test('the series are the same as with all texts told apart', () => {
    const word = fc.constantFrom('a', 'A', 'b', 'B', 'c');
    const mark = fc.constantFrom('', '', '!', '~');
    const line = fc.tuple(mark, word).map(([given, text]) => `${given}commit: ${text}`);
    const said = fc.uniqueArray(fc.record({ revision: word, helpful: fc.nat(3) }), {
      selector: (one) => one.revision,
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), said, (lines, votes) => {
        const feedback = votes.map(({ revision, helpful }) =>
          feedbackOn(anArticle({ revision }), {
            helpful,
            days: [{ day: '2026-01-02', helpful, unhelpful: 0 }],
          }),
        );
        const voted = new Set(votes.filter(({ helpful }) => helpful > 0).map(({ revision }) => revision));
        const series = (...more: [] | [Set<string>]) =>
          articleSeries(anArticle(), textVersions(texts(...lines), kindOf, ...more), feedback);
        expect(series(voted)).toEqual(series());
      }),
      { numRuns: 2000 },
    );
  });
});
