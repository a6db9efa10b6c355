import { TOKEN } from '../collector/help-centre.ts';
import { abusedService, type Case, testEach } from './abused-service.ts';
import { ask, get, post } from './http.ts';

const noToken = { status: 401, says: 'Send the token' };
const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

/** Who may not read what readers sent. */
const cases: Case[] = [
  ['the summary without a token', get('/api/summary'), noToken],
  ['the export without a token', get('/api/export'), noToken],
  ['the metrics without a token', get('/metrics'), noToken],
  ['a wrong token', get('/api/export', bearer('wrong')), noToken],
  ['a token that begins alike', get('/api/export', bearer(TOKEN.slice(0, -1))), noToken],
  ['a token with more behind it', get('/api/export', bearer(`${TOKEN}x`)), noToken],
  ['a token in capitals', get('/api/export', bearer(TOKEN.toUpperCase())), noToken],
  ['an empty token', get('/api/export', bearer('')), noToken],
  ['a token of 10 kB', get('/api/export', bearer('x'.repeat(10_000))), noToken],
  ['the token in the address', get(`/api/export?token=${encodeURIComponent(TOKEN)}`), noToken],
  [
    'the token as a password',
    get('/api/export', { Authorization: `Basic ${btoa(`kundig:${TOKEN}`)}` }),
    noToken,
  ],
  ['the token in a cookie', get('/api/export', { Cookie: `token=${encodeURIComponent(TOKEN)}` }), noToken],
  ['only the head of the export', ask('HEAD', '/api/export'), { status: 401 }],
  ['a receipt as a token', ({ vote: { receipt } }) => get('/api/export', bearer(receipt)), noToken],
  [
    'the vote of another reader',
    ({ vote: { id }, sheet: { receipt } }) =>
      get(`/api/votes/${id}`, { Authorization: `Receipt ${receipt}` }),
    { status: 404, says: 'There is nothing here under this id and receipt.' },
  ],
  [
    'the vote of another reader by its id alone',
    ({ vote: { id } }) => get(`/api/votes/${id}`),
    { status: 401, says: 'Send the receipt' },
  ],
  [
    'the export by another method',
    post('/api/export', {}, bearer(TOKEN)),
    { status: 405, says: 'Only GET can be used here.' },
  ],
];

testEach(abusedService(), cases);
