import { expect } from 'vitest';
import { answers, help, search, uuid, view, vote } from '../stores/submissions.ts';
import { abusedService, type Case, type Due, refused, testEach } from './abused-service.ts';
import { form, patch, post, remove } from './http.ts';

const invalid = (says: string, kind = 'vote') => refused(400, kind, 'invalid', says);
const unknown = (says: string, kind = 'vote') => refused(400, kind, 'unknown', says);
const gone = (kind = 'vote-change') =>
  refused(404, kind, 'not-found', 'There is nothing here under this id and receipt.');
const forged = Buffer.alloc(32, 7).toString('base64url');
/** Stored as it is, as text and nothing else. */
const kept = (kind: string, stored: object, status = 200): Due => ({
  status,
  counted: { [`received ${kind}`]: 1, [`stored ${kind}`]: 1 },
  stored,
});
const aside = (kind: string, reason: string, stored: object): Due => ({
  status: 201,
  counted: { [`received ${kind}`]: 1, [`aside ${kind} ${reason}`]: 1 },
  stored: { ...stored, aside: reason },
});

/** What somebody wrote of, as a person may. */
const comments: Case[] = [
  ['SQL in a comment', "'); DROP TABLE votes; --"],
  ['HTML in a comment', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a formula in a comment', '=1+1+cmd|" /C calc"!A0'],
  ['a formula with a sign in a comment', '@SUM(1+1)*cmd|" /C calc"!A0'],
  ['a fragment in a comment', 'https://help.example.com/#:~:text=free'],
  ['a template in a comment', '{{7*7}} #{7*7} <%= 7*7 %>'],
  ['a header in a comment', 'a\r\nSet-Cookie: b=c'],
  ['writing from right to left in a comment', '\u202etxt.exe\u202c \u200bx'],
  ['half of a pair in a comment', 'a\ud800b', 'a\ufffdb'],
].map(
  ([name = '', comment = '', stored = comment]): Case => [
    name,
    ({ vote: { id, receipt } }) => patch(`/api/votes/${id}`, { receipt, comment }),
    kept('vote-change', { type: 'vote', comment: stored }),
  ],
);

const cases: Case[] = [
  // Receipts
  [
    'no receipt',
    ({ vote: { id } }) => patch(`/api/votes/${id}`, { helpful: true }),
    invalid('#/receipt', 'vote-change'),
  ],
  [
    'a forged receipt',
    ({ vote: { id } }) => patch(`/api/votes/${id}`, { receipt: forged, helpful: true }),
    gone(),
  ],
  [
    'a receipt that is a little short',
    ({ vote: { id, receipt } }) =>
      patch(`/api/votes/${id}`, { receipt: receipt.slice(0, -1), helpful: true }),
    gone(),
  ],
  [
    'a receipt with other letters',
    ({ vote: { id, receipt } }) => remove(`/api/votes/${id}`, { receipt: receipt.toUpperCase() }),
    gone(),
  ],
  [
    'the receipt of another vote',
    ({ vote: { receipt } }) => patch(`/api/votes/${uuid(1)}`, { receipt, helpful: true }),
    gone(),
  ],
  [
    'the receipt of a sheet for a vote',
    ({ vote: { id }, sheet: { receipt } }) => remove(`/api/votes/${id}`, { receipt }),
    gone(),
  ],
  [
    'the receipt of a vote for a sheet',
    ({ vote: { receipt }, sheet: { id } }) => remove(`/api/answers/${id}`, { receipt }),
    gone('answers-change'),
  ],
  [
    'the receipt of a vote for a sheet of the same id',
    ({ vote: { id, receipt } }) => remove(`/api/answers/${id}`, { receipt }),
    gone('answers-change'),
  ],
  [
    'the receipt of a vote that was never cast',
    () => remove(`/api/votes/${uuid(404)}`, { receipt: forged }),
    gone(),
  ],
  [
    'a receipt as a list',
    ({ vote: { id, receipt } }) => remove(`/api/votes/${id}`, { receipt: [receipt] }),
    invalid('#/receipt', 'vote-change'),
  ],
  [
    'a forged receipt in a form',
    ({ vote: { id } }) => form(`/api/votes/${id}`, { _method: 'DELETE', receipt: forged }),
    refused(404, 'vote-change', 'not-found', 'Das finden wir nicht mehr'),
  ],
  [
    'a path instead of an id',
    ({ vote: { receipt } }) => remove('/api/votes/..%2fanswers', { receipt }),
    gone(),
  ],
  [
    'a piece of SQL instead of an id',
    ({ vote: { receipt } }) => remove("/api/votes/x'%20OR%20'1'='1", { receipt }),
    gone(),
  ],
  // The same again
  [
    'a vote again',
    ({ vote: { id } }) => post('/api/votes', vote(0, { id })),
    { status: 201, counted: { 'received vote': 1, 'duplicates vote': 1 } },
  ],
  [
    'a vote again, with the opposite',
    ({ vote: { id } }) => post('/api/votes', vote(0, { id, helpful: true })),
    { status: 201, counted: { 'received vote': 1, 'duplicates vote': 1 } },
  ],
  [
    'a vote again, in capitals',
    ({ vote: { id } }) => post('/api/votes', vote(0, { id: id.toUpperCase() })),
    { status: 201, counted: { 'received vote': 1, 'duplicates vote': 1 } },
  ],
  [
    'a sheet again, with other answers',
    ({ sheet: { id } }) => post('/api/answers', answers(0, { id, answers: { nps: 0 } })),
    { status: 201, counted: { 'received answers': 1, 'duplicates answers': 1 } },
  ],
  // Another time than today's
  [
    'a vote of last year',
    post('/api/votes', { ...vote(1), received: '2025-01-01T00:00:00Z' }),
    invalid('#/received'),
  ],
  [
    'a vote of next year',
    post('/api/votes', { ...vote(1), changed: 1_900_000_000_000 }),
    invalid('#/changed'),
  ],
  ['a vote that was set aside already', post('/api/votes', { ...vote(1), aside: null }), invalid('#/aside')],
  [
    'a sheet of last year',
    post('/api/answers', { ...answers(1), received: '2025-01-01' }),
    invalid('#/received', 'answers'),
  ],
  [
    'a view of last year',
    post('/api/signals', [{ ...view(1), received: '2025-01-01' }]),
    invalid('#/0/received', 'signal'),
  ],
  [
    'a view of a whole period',
    post('/api/signals', [{ ...view(1), count: 1_000_000 }]),
    invalid('#/0/count', 'signal'),
  ],
  [
    'the time in a header',
    post('/api/votes', vote(50_001), { Date: 'Wed, 01 Jan 2020 00:00:00 GMT' }),
    kept('vote', { id: uuid(50_001), received: expect.toSatisfy(isOfTheClock) }, 201),
  ],
  // What nobody published
  [
    'an article that nobody wrote',
    post('/api/votes', vote(1, { article: 'billing/gone' })),
    unknown('#/article'),
  ],
  ['a language that there is not', post('/api/votes', vote(1, { locale: 'en' })), unknown('#/locale')],
  [
    'words that were never there',
    post('/api/votes', vote(1, { revision: 'ffffffffffff' })),
    unknown('#/revision'),
  ],
  [
    'a form about an article that nobody wrote',
    form('/api/votes', { article: 'gone', locale: 'de', revision: '0123456789ab', helpful: 'true' }),
    unknown('Das wurde nicht gespeichert'),
  ],
  [
    'a sheet from an article that nobody wrote',
    post('/api/answers', answers(1, { article: 'gone' })),
    unknown('#/article', 'answers'),
  ],
  [
    'a question that nobody asked',
    post('/api/answers', answers(1, { answers: { nps: 9, secret: 1 } })),
    invalid('#/answers/secret', 'answers'),
  ],
  [
    'a view of an article that nobody wrote',
    post('/api/signals', [view(1, { article: 'gone' })]),
    unknown('#/0/article', 'signal'),
  ],
  [
    'a way to a person from nowhere',
    post('/api/signals', [help(1, 'contact', 'gone')]),
    unknown('#/0/article', 'signal'),
  ],
  [
    'a good signal before a bad one',
    post('/api/signals', [view(1), view(2, { article: 'gone' })]),
    refused(400, 'signal', 'unknown', '#/1/article', 2),
  ],
  // Names with something else in them
  [
    'SQL in the name of an article',
    post('/api/votes', vote(1, { article: "x' OR '1'='1" })),
    invalid('#/article'),
  ],
  [
    'HTML in the name of an article',
    post('/api/votes', vote(1, { article: '<script>alert(1)</script>' })),
    invalid('#/article'),
  ],
  [
    'a path in the name of an article',
    post('/api/votes', vote(1, { article: '../../etc/passwd' })),
    invalid('#/article'),
  ],
  [
    'a fragment behind the name of an article',
    post('/api/votes', vote(1, { article: 'billing/refund#:~:text=x' })),
    invalid('#/article'),
  ],
  [
    'a line behind the name of an article',
    post('/api/votes', vote(1, { article: 'billing/refund\n' })),
    invalid('#/article'),
  ],
  [
    'a formula in the name of a language',
    post('/api/votes', vote(1, { locale: '=1+1' })),
    invalid('#/locale'),
  ],
  [
    'capitals in a revision',
    post('/api/votes', vote(1, { revision: '0123456789AB' })),
    invalid('#/revision'),
  ],
  ['SQL in a level', post('/api/votes', { ...vote(1), level: "expert'; --" }), invalid('#/level')],
  [
    'a reason of one’s own',
    ({ vote: { id, receipt } }) => patch(`/api/votes/${id}`, { receipt, reason: '<b>' }),
    invalid('#/reason', 'vote-change'),
  ],
  // Words that are searched for, and names in links
  [
    'HTML as a search',
    post('/api/signals', [search(60_001, '<script>alert(1)</script>', 0)]),
    aside('signal', 'payload', { id: uuid(60_001) }),
  ],
  [
    'SQL as a search',
    post('/api/signals', [search(60_002, "x' UNION SELECT value FROM secrets --", 0)]),
    aside('signal', 'payload', { id: uuid(60_002) }),
  ],
  [
    'a fragment as the source of a sheet',
    post('/api/answers', answers(60_003, { source: 'mail#:~:text=free' })),
    aside('answers', 'payload', { id: uuid(60_003) }),
  ],
  // Programs
  [
    'a program that says so',
    post('/api/votes', vote(60_004), { 'User-Agent': 'curl/8.0' }),
    aside('vote', 'bot', { id: uuid(60_004) }),
  ],
  [
    'a program that says nothing',
    post('/api/votes', vote(60_005), { 'User-Agent': undefined }),
    aside('vote', 'bot', { id: uuid(60_005) }),
  ],
  ...comments,
];

testEach(abusedService(), cases);

/** The service's clock begins in March 2026. */
function isOfTheClock(at: Date): boolean {
  return at.getTime() > Date.UTC(2026, 2);
}
