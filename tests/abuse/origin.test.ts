import { answers, uuid, view, vote } from '../stores/submissions.ts';
import { abusedService, type Case, refused, testEach } from './abused-service.ts';
import { ask, form, get, patch, post, remove, SITE } from './http.ts';

const fields = { article: 'billing/refund', locale: 'de', revision: '0123456789ab', helpful: 'true' };
const foreign = (kind: string, says = 'Pages of this origin may not send here.', size = 1) =>
  refused(403, kind, 'cross-site', says, size);

/** Who may not send, whatever is sent. */
const cases: Case[] = [
  ['no Origin', post('/api/votes', vote(1), { Origin: undefined }), foreign('vote', 'Name the help centre')],
  ['an empty Origin', post('/api/votes', vote(1), { Origin: '' }), foreign('vote')],
  [
    'Origin: null, as from a sandboxed frame',
    post('/api/votes', vote(1), { Origin: 'null' }),
    foreign('vote'),
  ],
  ['another site', post('/api/votes', vote(1), { Origin: 'https://evil.example' }), foreign('vote')],
  [
    'the site without encryption',
    post('/api/votes', vote(1), { Origin: 'http://help.example.com' }),
    foreign('vote'),
  ],
  ['the site on another port', post('/api/votes', vote(1), { Origin: `${SITE}:444` }), foreign('vote')],
  ['the site with a dot at its end', post('/api/votes', vote(1), { Origin: `${SITE}.` }), foreign('vote')],
  [
    'a site that begins alike',
    post('/api/votes', vote(1), { Origin: `${SITE}.evil.example` }),
    foreign('vote'),
  ],
  [
    'a site that ends alike',
    post('/api/votes', vote(1), { Origin: 'https://evilhelp.example.com' }),
    foreign('vote'),
  ],
  [
    'the site with a user',
    post('/api/votes', vote(1), { Origin: 'https://help.example.com@evil.example' }),
    foreign('vote'),
  ],
  ['two Origins', post('/api/votes', vote(1), { Origin: [SITE, 'https://evil.example'] }), foreign('vote')],
  [
    'a name that leads here today',
    post('/api/votes', vote(1), { Host: 'evil.example', Origin: 'http://evil.example' }),
    foreign('vote'),
  ],
  [
    'a page of this site in the Referer only',
    post('/api/votes', vote(1), { Origin: undefined, Referer: `${SITE}/de/` }),
    foreign('vote', 'Name the help centre'),
  ],
  [
    'the site, from an address bar',
    post('/api/votes', vote(1), { 'Sec-Fetch-Site': 'none' }),
    foreign('vote', 'contradict'),
  ],
  [
    'the site, from another site',
    post('/api/votes', vote(1), { 'Sec-Fetch-Site': 'cross-site' }),
    foreign('vote', 'contradict'),
  ],
  [
    'a form of another site',
    form('/api/votes', fields, { Origin: 'https://evil.example' }),
    foreign('vote', 'Das wurde nicht gespeichert'),
  ],
  [
    'a form without Origin',
    form('/api/votes', fields, { Origin: undefined }),
    foreign('vote', 'Das wurde nicht gespeichert'),
  ],
  [
    'a form that hides in plain text',
    post('/api/votes', 'helpful=true', { Origin: 'https://evil.example', 'Content-Type': 'text/plain' }),
    foreign('vote'),
  ],
  [
    'a sheet from another site',
    post('/api/answers', answers(1), { Origin: 'https://evil.example' }),
    foreign('answers'),
  ],
  [
    'signals from another site',
    post('/api/signals', [view(1), view(2)], { Origin: 'https://evil.example' }),
    foreign('signal'),
  ],
  [
    'a change from another site',
    ({ vote: { id, receipt } }) =>
      patch(`/api/votes/${id}`, { receipt, helpful: true }, { Origin: 'https://evil.example' }),
    foreign('vote-change'),
  ],
  [
    'a withdrawal from another site',
    ({ vote: { id, receipt } }) => remove(`/api/votes/${id}`, { receipt }, { Origin: 'null' }),
    foreign('vote-change'),
  ],
  [
    'a sheet withdrawn from another site',
    ({ sheet: { id, receipt } }) =>
      remove(`/api/answers/${id}`, { receipt }, { Origin: 'https://evil.example' }),
    foreign('answers-change'),
  ],
  [
    'a withdrawal by a form of another site',
    ({ vote: { id, receipt } }) =>
      form(`/api/votes/${id}`, { _method: 'DELETE', receipt }, { Origin: 'https://evil.example' }),
    foreign('vote-change', 'Das wurde nicht gespeichert'),
  ],
  [
    'another site asks whether it may',
    ask('OPTIONS', '/api/votes', undefined, {
      Origin: 'https://evil.example',
      'Access-Control-Request-Method': 'POST',
    }),
    { status: 204 },
  ],
  [
    'a vote in an address, for a picture on another site',
    get('/api/votes?helpful=true&article=billing/refund&locale=de&revision=0123456789ab'),
    { status: 405, says: 'Only POST can be used here.' },
  ],
  [
    'a change in an address',
    get(`/api/votes/${uuid(1)}?_method=DELETE&receipt=x`),
    { status: 401, says: 'Send the receipt' },
  ],
  [
    'a method in a header',
    post('/api/votes', vote(1), { Origin: 'https://evil.example', 'X-HTTP-Method-Override': 'GET' }),
    foreign('vote'),
  ],
];

testEach(abusedService(), cases);
