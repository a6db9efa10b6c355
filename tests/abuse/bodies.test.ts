import { gzipSync } from 'node:zlib';
import { answers, search, uuid, view, vote } from '../stores/submissions.ts';
import { abusedService, type Case, refused, testEach } from './abused-service.ts';
import { form, patch, post } from './http.ts';

const TEXT = JSON.stringify(vote(1));
/** A vote with something else in it. */
const voteWith = (json: string) => TEXT.replace('{', `{${json},`);
const malformed = (says: string, kind = 'vote') => refused(400, kind, 'malformed', says);
const invalid = (says: string, kind = 'vote') => refused(400, kind, 'invalid', says);
const type = (written: string) => ({ 'Content-Type': written });
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const keys = (count: number) => Array.from({ length: count }, (_, number) => `"${number}":0`).join();
const fields = 'article=billing/refund&locale=de&revision=0123456789ab&helpful=true';
const NOT_SAVED = 'Das wurde nicht gespeichert';

const cases: Case[] = [
  // Too large
  [
    'a vote of 8 KiB and a byte',
    post('/api/votes', TEXT.padEnd(8193)),
    refused(413, 'vote', 'too-large', 'at most 8 KiB'),
  ],
  [
    'a vote of a megabyte',
    post('/api/votes', TEXT.padEnd(1_000_000)),
    refused(413, 'vote', 'too-large', 'at most 8 KiB'),
  ],
  [
    'a vote that says that it is a terabyte',
    post('/api/votes', TEXT, { 'Content-Length': '1099511627776' }),
    refused(413, 'vote', 'too-large', 'at most 8 KiB'),
  ],
  [
    'a sheet of 64 KiB',
    post('/api/answers', JSON.stringify(answers(1)).padEnd(65_536)),
    refused(413, 'answers', 'too-large', 'at most 14 KiB'),
  ],
  [
    'signals of 8 KiB and a byte',
    post('/api/signals', JSON.stringify([view(1)]).padEnd(8193)),
    refused(413, 'signal', 'too-large', 'at most 8 KiB'),
  ],
  [
    'a form three times as long and a byte',
    form('/api/votes', fields.padEnd(24_577, '&')),
    refused(413, 'vote', 'too-large', 'Das ist zu viel Text'),
  ],
  [
    'a bomb of zeros, packed',
    post('/api/votes', gzipSync(Buffer.alloc(5_000_000)), { 'Content-Encoding': 'gzip' }),
    refused(415, 'vote', 'content-type', 'without `Content-Encoding`'),
  ],
  // In another type or encoding
  [
    'no type',
    post('/api/votes', TEXT, { 'Content-Type': undefined }),
    refused(415, 'vote', 'content-type', 'Send `application/json`.'),
  ],
  [
    'plain text',
    post('/api/votes', TEXT, type('text/plain')),
    refused(415, 'vote', 'content-type', 'Send `application/json`.'),
  ],
  [
    'XML with an entity of the machine',
    post(
      '/api/votes',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      type('application/xml'),
    ),
    refused(415, 'vote', 'content-type', 'Send `application/json`.'),
  ],
  [
    'a form with a file',
    post('/api/votes', '--x\r\n\r\n--x--', type('multipart/form-data; boundary=x')),
    refused(415, 'vote', 'content-type', 'Send `application/json`.'),
  ],
  [
    'JSON in ISO 8859-1',
    post('/api/votes', TEXT, type('application/json; charset=iso-8859-1')),
    refused(415, 'vote', 'content-type', 'Send UTF-8.'),
  ],
  [
    'JSON in UTF-7',
    post('/api/votes', TEXT, type('application/json;charset="utf-7"')),
    refused(415, 'vote', 'content-type', 'Send UTF-8.'),
  ],
  [
    'JSON that says UTF-8 and is UTF-16',
    post('/api/votes', Buffer.from(`\ufeff${TEXT}`, 'utf16le')),
    malformed('The body is not UTF-8.'),
  ],
  ['signals as a form', form('/api/signals', fields), refused(415, 'signal', 'content-type', NOT_SAVED)],
  [
    'bytes that are no UTF-8',
    post('/api/votes', Buffer.from(voteWith('"level":"\u00ff"'), 'latin1')),
    malformed('The body is not UTF-8.'),
  ],
  [
    'an overlong slash',
    post(
      '/api/votes',
      Buffer.concat([Buffer.from('{"article":"a'), Buffer.from([0xc0, 0xaf]), Buffer.from('b"}')]),
    ),
    malformed('The body is not UTF-8.'),
  ],
  [
    'half of a pair as three bytes',
    post('/api/votes', Buffer.concat([Buffer.from('"'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"')])),
    malformed('The body is not UTF-8.'),
  ],
  ['a form that is no UTF-8', form('/api/votes', `${fields}&level=%ff`), malformed(NOT_SAVED)],
  // No JSON, or not quite
  ['nothing', post('/api/votes', ''), malformed('The body is not JSON.')],
  ['JSON that ends too early', post('/api/votes', TEXT.slice(0, -1)), malformed('The body is not JSON.')],
  ['JSON with more behind it', post('/api/votes', `${TEXT}${TEXT}`), malformed('The body is not JSON.')],
  ['JSON with a comment', post('/api/votes', voteWith('/**/"a":1')), malformed('The body is not JSON.')],
  ['NaN', post('/api/votes', voteWith('"level":NaN')), malformed('The body is not JSON.')],
  ['a byte of NUL', post('/api/votes', `${TEXT}\0`), malformed('The body is not JSON.')],
  ['NUL in other letters', post('/api/votes', voteWith('"level":"\\u0000"')), malformed('#/level')],
  ['NUL in a form', form('/api/votes', `${fields}&level=%00`), malformed(NOT_SAVED)],
  ['a key twice', post('/api/votes', voteWith('"helpful":true')), malformed('#/helpful')],
  ['a key twice in other letters', post('/api/votes', voteWith('"\\u0069d":"x"')), malformed('#/id')],
  ['a field twice', form('/api/votes', `${fields}&helpful=false`), malformed(NOT_SAVED)],
  [
    '10,000 keys',
    post('/api/votes', `{${keys(10_000)}}`),
    refused(413, 'vote', 'too-large', 'at most 8 KiB'),
  ],
  ['as many keys as fit', post('/api/votes', `{${keys(1002)}}`), malformed('#')],
  ['10,000 fields', form('/api/votes', 'a&'.repeat(10_000)), malformed(NOT_SAVED)],
  ['lists 4,000 deep', post('/api/votes', nested(4000)), malformed('#/0/0/0/0/0/0/0/0')],
  [
    'objects 1,000 deep',
    post('/api/votes', `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`),
    malformed('#/a/a/a/a/a/a/a/a'),
  ],
  // Prototype pollution
  ['__proto__', post('/api/votes', voteWith('"__proto__":{"helpful":true}')), malformed('#/__proto__')],
  [
    '__proto__ in a sheet',
    post('/api/answers', JSON.stringify(answers(1)).replace('"nps"', '"__proto__"')),
    malformed('#/answers/__proto__', 'answers'),
  ],
  [
    '__proto__ in a form',
    form('/api/answers', 'locale=de&answers.nps=9&answers.__proto__=1'),
    malformed(NOT_SAVED, 'answers'),
  ],
  [
    'constructor',
    post('/api/votes', voteWith('"constructor":{"prototype":{"isAdmin":true}}')),
    invalid('#/constructor'),
  ],
  [
    'constructor in a sheet',
    post('/api/answers', answers(1, { answers: { nps: 9, constructor: 'x' } })),
    invalid('#/answers/constructor', 'answers'),
  ],
  // Another shape
  ['null', post('/api/votes', 'null'), invalid('#')],
  ['a list instead of a vote', post('/api/votes', [vote(1)]), invalid('#')],
  ['a text instead of a vote', post('/api/votes', JSON.stringify(TEXT)), invalid('#')],
  ['an object instead of signals', post('/api/signals', view(1)), invalid('#', 'signal')],
  ['no signals', post('/api/signals', []), invalid('#', 'signal')],
  [
    '51 signals',
    post(
      '/api/signals',
      Array.from({ length: 51 }, (_, number) => search(number, 'x', 1)),
    ),
    refused(400, 'signal', 'invalid', '#', 51),
  ],
  ['an unknown key', post('/api/votes', { ...vote(1), admin: true }), invalid('#/admin')],
  [
    'an unknown key in a signal',
    post('/api/signals', [{ ...view(1), client: 'x' }]),
    invalid('#/0/client', 'signal'),
  ],
  [
    'an unknown key in a change',
    ({ vote: { id, receipt } }) => patch(`/api/votes/${id}`, { receipt, helpful: true, article: 'x' }),
    invalid('#/article', 'vote-change'),
  ],
  [
    'an unknown kind of signal',
    post('/api/signals', [{ ...view(1), kind: 'spy' }]),
    invalid('#/0/kind', 'signal'),
  ],
  ['an id that is none', post('/api/votes', { ...vote(1), id: '1' }), invalid('#/id')],
  ['an id with more behind it', post('/api/votes', { ...vote(1), id: `${uuid(1)}\n` }), invalid('#/id')],
  ['an id as a list', post('/api/votes', { ...vote(1), id: [uuid(1)] }), invalid('#/id')],
  ['helpful as a text', post('/api/votes', { ...vote(1), helpful: 'true' }), invalid('#/helpful')],
  ['helpful as an object', post('/api/votes', { ...vote(1), helpful: { $ne: false } }), invalid('#/helpful')],
  [
    'a number that is too large',
    post(
      '/api/answers',
      '{"id":"00000000-0000-4000-8000-000000000001","locale":"de","answers":{"nps":1e999}}',
    ),
    invalid('#/answers/nps', 'answers'),
  ],
  [
    'a number between two answers',
    post('/api/answers', answers(1, { answers: { nps: 9.5 } })),
    invalid('#/answers/nps', 'answers'),
  ],
  [
    'a comment that is too long',
    ({ vote: { id, receipt } }) => patch(`/api/votes/${id}`, { receipt, comment: 'x'.repeat(1001) }),
    invalid('#/comment', 'vote-change'),
  ],
  [
    'a text that is too long',
    post('/api/answers', answers(1, { answers: { nps: 9, more: 'x'.repeat(2001) } })),
    invalid('#/answers/more', 'answers'),
  ],
];

testEach(abusedService(), cases);
