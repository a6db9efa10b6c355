import { vote } from '../stores/submissions.ts';
import { abusedService, type Case, refused, testEach, unreadable } from './abused-service.ts';
import { ask, get, post, SITE } from './http.ts';

const TEXT = JSON.stringify(vote(1));
const LENGTH = TEXT.length;
const HEAD = `Host: help.example.com\r\nOrigin: ${SITE}\r\nContent-Type: application/json\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0\r\n`;
/** A vote, with these lines in its head, and this instead of its body. */
const raw = (lines: string, body: string) => `POST /api/votes HTTP/1.1\r\n${HEAD}${lines}\r\n${body}`;
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n0\r\n\r\n`;
/** What a proxy would take for the body of the first request, and the server for a second one. */
const SECOND = `GET /api/summary HTTP/1.1\r\nHost: x\r\n\r\n`;
const NO_HOST = 'The address or the host cannot be read.';
const NOT_HTTP = 'This is not HTTP, or HTTP that can be read in two ways.';

const cases: Case[] = [
  // Two lengths
  [
    'a length and chunks',
    raw(`Content-Length: ${LENGTH}\r\nTransfer-Encoding: chunked\r\n`, chunk(TEXT) + SECOND),
    unreadable(400, NOT_HTTP),
  ],
  [
    'chunks and a length',
    raw(`Transfer-Encoding: chunked\r\nContent-Length: 4\r\n`, chunk(TEXT) + SECOND),
    unreadable(400, NOT_HTTP),
  ],
  [
    'two lengths',
    raw(`Content-Length: ${LENGTH}\r\nContent-Length: ${LENGTH + SECOND.length}\r\n`, TEXT + SECOND),
    unreadable(400, NOT_HTTP),
  ],
  [
    'two lengths that are the same',
    raw(`Content-Length: ${LENGTH}\r\nContent-Length: ${LENGTH}\r\n`, TEXT),
    unreadable(400, NOT_HTTP),
  ],
  [
    'two lengths in one line',
    raw(`Content-Length: ${LENGTH}, ${LENGTH}\r\n`, TEXT),
    unreadable(400, NOT_HTTP),
  ],
  ['a length below zero', raw('Content-Length: -1\r\n', TEXT), unreadable(400, NOT_HTTP)],
  ['a length with a sign', raw(`Content-Length: +${LENGTH}\r\n`, TEXT), unreadable(400, NOT_HTTP)],
  ['a length in hexadecimal', raw('Content-Length: 0x10\r\n', TEXT), unreadable(400, NOT_HTTP)],
  [
    'a length that no number holds',
    raw('Content-Length: 18446744073709551616\r\n', TEXT),
    unreadable(400, NOT_HTTP),
  ],
  // Chunks that are none
  [
    'an encoding that looks like chunks',
    raw('Transfer-Encoding: xchunked\r\n', chunk(TEXT)),
    malformedVote(),
  ],
  [
    'chunks of something else',
    raw('Transfer-Encoding: chunked, identity\r\n', chunk(TEXT)),
    unreadable(400, NOT_HTTP),
  ],
  [
    'two encodings',
    raw('Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n', chunk(TEXT)),
    unreadable(400, NOT_HTTP),
  ],
  [
    'chunks behind a vertical tab',
    raw('Transfer-Encoding: \x0bchunked\r\n', chunk(TEXT)),
    unreadable(400, NOT_HTTP),
  ],
  [
    'chunks in a header with a space',
    raw('Transfer-Encoding : chunked\r\n', chunk(TEXT)),
    unreadable(400, NOT_HTTP),
  ],
  [
    'chunks in HTTP/1.0',
    `POST /api/votes HTTP/1.0\r\n${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunk(TEXT)}`,
    refused(400, 'vote', 'malformed', 'The body broke off.'),
  ],
  [
    'a chunk whose size is no number',
    raw('Transfer-Encoding: chunked\r\n', `xyz\r\n${TEXT}\r\n0\r\n\r\n`),
    malformedVote(),
  ],
  [
    'a chunk that is larger than it says',
    raw('Transfer-Encoding: chunked\r\n', `4\r\n${TEXT}\r\n0\r\n\r\n`),
    malformedVote(),
  ],
  [
    'a chunk below zero',
    raw('Transfer-Encoding: chunked\r\n', `-1\r\n${TEXT}\r\n0\r\n\r\n`),
    malformedVote(),
  ],
  [
    'a chunk that no number holds',
    raw('Transfer-Encoding: chunked\r\n', `ffffffffffffffffff\r\n${TEXT}`),
    malformedVote(),
  ],
  [
    'a chunk that ends in a bare line feed',
    raw('Transfer-Encoding: chunked\r\n', `${LENGTH.toString(16)}\n${TEXT}\n0\n\n`),
    malformedVote(),
  ],
  // Lines that are none
  [
    'a header that goes on in the next line',
    raw(`X-Long: a\r\n b\r\nContent-Length: ${LENGTH}\r\n`, TEXT),
    unreadable(400, NOT_HTTP),
  ],
  [
    'lines that end in a bare line feed',
    raw(`Content-Length: ${LENGTH}\r\n`, TEXT).replaceAll('\r\n', '\n'),
    unreadable(400, NOT_HTTP),
  ],
  [
    'a bare carriage return in a header',
    raw(`X-A: a\rContent-Length: 0\r\nContent-Length: ${LENGTH}\r\n`, TEXT),
    unreadable(400, NOT_HTTP),
  ],
  ['NUL in a header', raw(`X-A: a\0b\r\nContent-Length: ${LENGTH}\r\n`, TEXT), unreadable(400, NOT_HTTP)],
  ['a header without a name', raw(`: a\r\nContent-Length: ${LENGTH}\r\n`, TEXT), unreadable(400, NOT_HTTP)],
  ['no protocol', 'POST /api/votes\r\n\r\n', unreadable(400, NO_HOST)],
  ['a protocol that there is not', `GET /healthz HTTP/9.9\r\nHost: x\r\n\r\n`, unreadable(400, NOT_HTTP)],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', unreadable(400, NOT_HTTP)],
  ['the beginning of TLS', Buffer.from('16030100a5010000a10303', 'hex'), unreadable(400, NOT_HTTP)],
  ['nonsense', 'nonsense\r\n\r\n', unreadable(400, NOT_HTTP)],
  [
    'headers of 20 kB',
    get('/healthz', { 'X-A': 'a'.repeat(20_000) }),
    unreadable(431, 'The headers are too long.'),
  ],
  ['an address of 20 kB', get(`/${'a'.repeat(20_000)}`), unreadable(431, 'The headers are too long.')],
  [
    '3,000 headers',
    get('/healthz', Object.fromEntries(Array.from({ length: 3000 }, (_, number) => [`X-${number}`, 'a']))),
    unreadable(431, 'The headers are too long.'),
  ],
  // Who is meant
  ['no host', get('/healthz', { Host: undefined }), unreadable(400, NO_HOST)],
  ['a host with a path', get('/healthz', { Host: 'help.example.com/../evil' }), unreadable(400, NO_HOST)],
  [
    'another protocol behind an upgrade',
    get('/healthz', { Connection: 'Upgrade, close', Upgrade: 'h2c' }),
    { status: 200 },
  ],
  ['an expectation', post('/api/votes', vote(1), { Expect: '200-maybe' }), { status: 417 }],
  [
    'TRACE, which would give headers back',
    ask('TRACE', '/api/votes'),
    { status: 403, says: 'Name the help centre' },
  ],
  [
    'a method in small letters',
    Buffer.from(post('/api/votes', vote(1)))
      .toString('latin1')
      .replace('POST', 'post'),
    unreadable(400, NOT_HTTP),
  ],
  ['a method that there is not', ask('BREW', '/api/votes'), unreadable(400, NOT_HTTP)],
];

testEach(abusedService(), cases);

/** The head could be read: this was to be a vote, and counts as one that was refused. */
function malformedVote() {
  return {
    status: 400,
    says: NOT_HTTP,
    counted: { 'received vote': 1, 'refused vote malformed': 1 },
  };
}
