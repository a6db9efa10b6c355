import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { curlLine } from '../../src/trackers/curl.ts';
import { github } from '../../src/trackers/github.ts';

const tracker = github('https://api.github.com', 'example/help');

/** The words that a shell would hand to curl. */
function words(line: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${line}\n`;
  const env = { GITHUB_TOKEN: 'tok en', PATH: process.env.PATH };
  return execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8', env }).split('\0').slice(0, -1);
}

test('a call is one line that any shell makes, with the token from the environment', () => {
  const issue = { title: 'Mend it', body: 'Now', labels: ['kundig'], assignees: [] };
  expect(words(curlLine(tracker.create(issue, new Map()), tracker))).toEqual([
    '--fail-with-body',
    '--silent',
    '--show-error',
    '--request',
    'POST',
    '--header',
    'Authorization: Bearer tok en',
    '--header',
    'accept: application/vnd.github+json',
    '--header',
    'x-github-api-version: 2022-11-28',
    '--header',
    'content-type: application/json',
    '--data-raw',
    '{"title":"Mend it","body":"Now","labels":["kundig"],"assignees":[]}',
    'https://api.github.com/repos/example/help/issues',
  ]);
});

test.each([
  `It's 'quoted'`,
  `'; touch owned; '`,
  '$(touch owned) `touch owned` $HOME \\',
  '!! "double" \\n \\u0027',
  '@file',
  'line\nbreak\r\ttab \u2028 \u0000 \u001b[31m red \u009b31m \u202e turned',
  'Größe 退款 👍🏽',
])('whatever a reader wrote is handed over as it is: %j', (body) => {
  const line = curlLine(tracker.change({ number: 1, body }, new Map()), tracker);
  expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202e]/u);
  const sent = words(line);
  expect(JSON.parse(sent[sent.indexOf('--data-raw') + 1] ?? '')).toEqual({ body });
});
