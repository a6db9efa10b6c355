import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReportTally } from '../../../src/core/figures/report-tally.ts';
import { SMALLEST_GROUP } from '../../../src/core/figures/small-groups.ts';
import {
  type Asked,
  type Cell,
  type Sheet,
  sheetCells,
  type Vote,
  voteCells,
  voteCellsBefore,
} from './published-cells.ts';
import { Span } from './span.ts';
import { sheet, site, survey, times, vote } from './submissions.ts';

const period = { from: '2026-03-02', to: '2026-05-03' };
/** The same length before it. */
const BEFORE = { first: '2025-12-29', days: 63 };

function dayFrom(first: string, days: number): string {
  return new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Many at the beginning of a list, few at its end: most groups of readers are like that. */
function skewed<Thing>(...things: [Thing, ...Thing[]]): fc.Arbitrary<Thing> {
  return fc.nat(things.length ** 2 - 1).map((number) => {
    const index = things.length - 1 - Math.floor(Math.sqrt(number));
    return things[index] as Thing;
  });
}

const level = skewed(undefined, 'beginner' as const, 'expert' as const);
const article = skewed('a/one', 'b/one', 'a/two', 'b/two', 'c/one');

/** Some votes that have everything in common, as readers of one letter or one class have. */
const alikeVotes = fc
  .record({
    locale: skewed('en', 'de', 'fr'),
    article,
    revision: skewed('aaaaaaaaaaaa', 'bbbbbbbbbbbb'),
    level,
    day: fc.nat(62),
    isBefore: fc.nat(5).map((number) => number === 0),
    helpful: fc.boolean(),
    count: skewed(1, 2, 3, 4, 5, 6, 9, 20),
  })
  .map(({ count, day, isBefore, helpful, ...more }) =>
    times(count, () => vote(dayFrom(isBefore ? BEFORE.first : period.from, day), helpful, more) as Vote),
  );

const answer = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const alikeSheets = fc
  .record({
    locale: skewed('en', 'de'),
    article: skewed(undefined, 'a/one', 'b/one', 'a/two'),
    level,
    source: skewed(undefined, 'mail', 'shop'),
    day: fc.nat(62),
    answers: fc.record({
      right: answer,
      complete: answer,
      there: answer,
      satisfaction: answer,
      recommend: answer,
      experience: fc.option(fc.constant('expert'), { nil: undefined }),
    }),
    count: skewed(1, 2, 3, 4, 5, 6, 9, 20),
  })
  .map(({ count, day, answers, ...more }) => {
    const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined));
    return times(count, () => sheet(dayFrom(period.from, day), given as Sheet['answers'], more) as Sheet);
  });

function figuresOf(submissions: readonly (Vote | Sheet)[]) {
  const tally = new ReportTally({ period, survey, ...site });
  for (const submission of submissions) tally.add(submission);
  return tally.figures();
}

test('no subtraction of votes that a report gives tells how fewer than five people voted', () => {
  let published = 0;
  fc.assert(
    fc.property(fc.array(alikeVotes, { maxLength: 14, size: 'max' }), (some) => {
      const votes = some.flat();
      const figures = figuresOf(votes);
      const isNow = ({ received }: Vote) => received.toISOString().slice(0, 10) >= period.from;
      const now = voteCells(figures, votes.filter(isNow));
      const before = voteCellsBefore(
        figures,
        votes.filter((one) => !isNow(one)),
      );
      published += now.cells.length;
      expect([...recovered(now), ...recovered(before)]).toEqual([]);
    }),
    { numRuns: 400 },
  );
  // An attack on nothing would find nothing.
  expect(published).toBeGreaterThan(400);
});

test('no subtraction of survey figures that a report gives tells what fewer than five people answered', () => {
  let published = 0;
  fc.assert(
    fc.property(fc.array(alikeSheets, { maxLength: 14, size: 'max' }), (some) => {
      const sheets = some.flat();
      const asked = sheetCells(figuresOf(sheets), sheets);
      published += asked.reduce((sum, { cells }) => sum + cells.length, 0);
      expect(asked.flatMap(recovered)).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(published).toBeGreaterThan(3000);
});

/** What an attacker works out who knows everybody but what they said. */
function recovered({ name, people, cells, groups }: Asked): string[] {
  return [
    ...cells.filter(({ of, people: own }) => of !== own.length).map((cell) => `${name}: wrong: ${cell.name}`),
    ...cells.filter(({ of }) => of < SMALLEST_GROUP).map((cell) => `${name}: small: ${cell.name}`),
    ...differences(cells).map((pair) => `${name}: ${pair}`),
    ...solved(people, cells, groups).map((secret) => `${name}: ${secret}`),
  ];
}

/** Pairs of which the one holds the other and few more. */
function differences(cells: readonly Cell[]): string[] {
  return cells.flatMap((large) => {
    const members = new Set(large.people);
    return cells
      .filter((small) => {
        const more = large.people.length - small.people.length;
        return more > 0 && more < SMALLEST_GROUP && small.people.every((person) => members.has(person));
      })
      .map((small) => `${large.name} minus ${small.name}`);
  });
}

/** Small groups, and small groups together that lie beside each other, of which the sum can be worked out. */
function solved(people: number, cells: readonly Cell[], groups: Asked['groups']): string[] {
  const span = new Span(
    people,
    cells.map((cell) => cell.people),
  );
  const small = groups.filter((group) => group.people.length < SMALLEST_GROUP);
  const secrets = [...Map.groupBy(small, ({ parent }) => parent).values()].flatMap((beside) =>
    unions(beside.map((group) => group.people)),
  );
  const persons = times(people, () => 0).map((_, person) => [person]);
  return [...secrets, ...persons].filter((secret) => span.holds(secret)).map((secret) => secret.join());
}

/** All unions of these sets that stay small. */
function unions(sets: readonly (readonly number[])[]): number[][] {
  let found: number[][] = [[]];
  for (const set of sets) {
    found = [
      ...found,
      ...found.filter((one) => one.length + set.length < SMALLEST_GROUP).map((one) => [...one, ...set]),
    ];
  }
  return found.filter((one) => one.length > 0);
}
