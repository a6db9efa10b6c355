import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mistakeIn, submissionSchema } from '../../src/core/exported-submission.ts';
import type { Submission } from '../../src/core/feedback.ts';
import { SubmissionReader } from '../../src/core/submission-reader.ts';
import { answers, help, open, search, uuid, view, vote } from '../stores/submissions.ts';

const received = new Date('2026-03-01T09:00:00.001Z');
const changed = new Date('2026-03-01T10:00:00.002Z');

const SUBMISSIONS: Submission[] = [
  { type: 'vote', ...vote(1), received, changed: received },
  {
    ...{ type: 'vote', ...vote(2, { level: 'expert', search: uuid(4), helpful: true }) },
    ...{ reason: 'wrong', comment: ' \u2028 ', received, changed },
  },
  { type: 'answers', ...answers(3), received },
  {
    ...{ type: 'answers', ...answers(4, { source: '', article: 'a', level: 'beginner' }), received },
    answers: { nps: 9.5, more: ' a ', several: ['a', 'b'] },
    wordings: { nps: '0123abcd' },
  },
  { type: 'signal', ...view(5), received },
  { type: 'signal', ...search(6, '', 0), received },
  { type: 'signal', ...open(7, 6), received },
  { type: 'signal', ...help(8, 'contact', 'a'), received },
  { type: 'signal', ...help(9, 'solved', 'a', 'pt-BR'), received },
  { type: 'signal', id: uuid(10), kind: 'contact', locale: 'en', received },
  { type: 'vote', ...vote(11), received, changed, aside: 'repeat' },
  { type: 'answers', ...answers(12), received, aside: 'unproven' },
  { type: 'signal', ...view(13), received, aside: 'bot' },
  { type: 'signal', ...open(14, 6), received, aside: 'payload' },
];

const lines = SUBMISSIONS.map((one) => JSON.parse(JSON.stringify(one)) as Record<string, unknown>);

test('every submission comes back from its line as it was', () => {
  const reader = new SubmissionReader();
  expect(lines.map((line) => reader.read(line).data)).toStrictEqual(SUBMISSIONS);
  expect(lines.map((line) => submissionSchema.parse(line))).toStrictEqual(SUBMISSIONS);
});

test('what a newer version may have added is left out', () => {
  const reader = new SubmissionReader();
  const newer = lines.map((line) => ({ ...line, mood: 'sunny' }));
  expect(newer.map((line) => reader.read(line).data)).toStrictEqual(SUBMISSIONS);
});

const KEYS = [...new Set(lines.flatMap((line) => Object.keys(line)))];
const ODD: unknown[] = [
  ...[
    '',
    ' ',
    'vote',
    'signal',
    'repeat',
    'view',
    'beginner',
    'wrong',
    'De',
    'pt-BR',
    'a//b',
    'ärger',
    '0123456789AB',
  ],
  ...[uuid(1).toUpperCase(), uuid(1).replace('-4', '-7'), `${uuid(1)} `, uuid(1).replace('-8', '-c')],
  ...['2026-02-30T00:00:00.000Z', '2026-03-01T24:00:00.000Z', '2026-03-01T00:00:00Z', '2026-03-01'],
  ...[null, true, 0, 1, -1, 1.5, [], {}, undefined],
];

/** What the fast reader and the schema say of the same line. */
function bothOf(reader: SubmissionReader, line: object) {
  const given = JSON.parse(JSON.stringify(line));
  const fast = reader.read(given);
  const plain = submissionSchema.safeParse(given);
  return [fast, plain].map(({ success, data }) => ({ success, data }));
}

test('the fast reader says of every line with one odd value what the schema says', () => {
  const reader = new SubmissionReader();
  const changed = lines.flatMap((line) =>
    KEYS.flatMap((key) => ODD.map((value) => ({ ...line, [key]: value }))),
  );
  for (const line of changed) {
    const [fast, plain] = bothOf(reader, line);
    expect(fast, JSON.stringify(line)).toStrictEqual(plain);
  }
});

test('the fast reader never says anything else than the schema', () => {
  const change = fc.tuple(fc.constantFrom(...KEYS), fc.oneof(fc.constantFrom(...ODD), fc.jsonValue()));
  const reader = new SubmissionReader();
  fc.assert(
    fc.property(fc.constantFrom(...lines), fc.array(change, { maxLength: 3 }), (line, changes) => {
      const [fast, plain] = bothOf(reader, { ...line, ...Object.fromEntries(changes) });
      expect(fast).toStrictEqual(plain);
    }),
    { numRuns: 1000 },
  );
  for (const odd of [null, 1, 'vote', [], [[]], {}]) expect(reader.read(odd).success).toBe(false);
});

test.for<[string, Record<string, unknown>, string]>([
  ['a vote', { helpful: 'yes' }, '`helpful` must be true or false'],
  ['a vote', { id: undefined }, '`id` must be a UUID'],
  ['a vote', { revision: 'abc' }, '`revision` must be a revision of 12 hexadecimal digits'],
  [
    'a vote',
    { received: '2026-02-30T00:00:00.000Z' },
    '`received` must be an instant, e.g. 2026-03-01T09:30:00.000Z',
  ],
  ['a vote', { received: 5 }, '`received` must be an instant, e.g. 2026-03-01T09:30:00.000Z'],
  ['a vote', { type: 'voice' }, '`type` must be one of vote, answers, signal'],
  ['a vote', { type: 'signal' }, '`kind` must be one of view, search, open, contact, instead, solved'],
  [
    'a vote',
    { reason: 'bad' },
    '`reason` must be one of outdated, incomplete, unclear, wrong, not-what-i-looked-for, other',
  ],
  ['a vote', { aside: 'odd' }, '`aside` must be one of repeat, bot, payload, unproven'],
])('of %s with %o it is said what is wrong', ([, change, mistake]) => {
  const { error } = new SubmissionReader().read({ ...lines[0], ...change });
  expect(error && mistakeIn(error)).toBe(mistake);
});

test('of what is no submission at all that is said', () => {
  const said = [3, null, ['vote']].map((value) => {
    const { error } = new SubmissionReader().read(value);
    return error && mistakeIn(error);
  });
  expect(said).toEqual(Array(3).fill('it is not a submission'));
});
