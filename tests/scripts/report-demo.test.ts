import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { REASONS } from '../../src/core/feedback.ts';
import type { FiguresDocument } from '../../src/reports/figures-json.ts';
import { aFolder } from '../readers/a-repository.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Filling two stores, or asking the search for all phrases, takes a while on two busy cores, in milliseconds. */
const PATIENCE = 150_000;
const COMMAND = [path.join(ROOT, 'scripts/report.ts'), '--demo', '--today', '2026-03-31'];

/** Where the command keeps its throw-away store, so that nothing else is there. */
function aTemporaryFolder() {
  const folder = path.join(aFolder(), 'temporary');
  mkdirSync(folder);
  return folder;
}

interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs the command on the articles that Kundig comes with. */
function demo(temporary: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const options = { cwd: ROOT, env: environmentOf(temporary), maxBuffer: 1 << 26 };
    execFile(process.execPath, [...COMMAND, ...args], options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

function environmentOf(temporary: string): NodeJS.ProcessEnv {
  // It must not look at what is there already.
  return { ...process.env, TMPDIR: temporary, TEMP: temporary, FEEDBACK_DATABASE: '/no/such/place.db' };
}

test(
  'without anything set up, every part of the report has something to show, the same each time',
  async () => {
    const temporary = aTemporaryFolder();
    const [one, other] = await Promise.all([
      demo(temporary, '--format', 'json', '--output', '-'),
      demo(temporary, '--format', 'json', '--output', '-'),
    ]);
    expect(one.code).toBe(0);
    expect(one.err).toContain('Demo data: nobody has said any of this.');
    expect(other).toEqual(one);
    expect(readdirSync(temporary)).toEqual([]);

    const figures: FiguresDocument = JSON.parse(one.out);
    expect(figures).toMatchObject({
      version: 2,
      demo: true,
      period: { from: '2025-04-01', to: '2026-03-31' },
      before: { from: '2024-04-01', to: '2025-03-31' },
    });
    const { votes, survey, searches, contacts, moved, categories, groups, articles, locales } = figures;
    expect(votes.reasons.map(({ reason }) => reason).toSorted()).toEqual([...REASONS].toSorted());
    const shown = {
      change: votes.change,
      trend: votes.trend?.points.length,
      comments: votes.comments.newest.length,
      edits: articles.filter(({ revisions }) => revisions.some(({ effect }) => effect)).length,
      gained: moved?.gained.length,
      lost: moved?.lost.length,
      categories: categories?.length,
      asked: searches.asked.length,
      unanswered: searches.unanswered.length,
      passedOver: searches.passedOver.length,
      contacts: contacts.articles.length,
      instead: contacts.instead,
      solved: contacts.solved,
      levels: survey?.pyramid.levels.filter(({ share, change }) => share && change).length,
      trends: survey?.trends?.levels.length,
      texts: survey?.texts?.newest.length,
      words: survey?.texts?.words.length,
      score: survey?.questions.find(({ kind }) => kind === 'nps')?.scoreChange,
      groups: groups?.length,
      locales: locales.length,
    };
    expect(Object.entries(shown).filter(([, what]) => !what)).toEqual([]);
    expect(survey?.pyramid.levels.map(({ verdict }) => verdict)).toEqual([
      'holds',
      'holds',
      'first-broken',
      'not-reached',
    ]);
  },
  PATIENCE,
);

test('the page says that it is made up, and so does the terminal', async () => {
  const file = path.join(aFolder(), 'report.html');
  const { code, out } = await demo(aTemporaryFolder(), '--output', file);
  expect({ code, said: out.split('\n').slice(0, 2) }).toEqual({
    code: 0,
    said: [
      'Demo data: nobody has said any of this. Your own feedback was not looked at.',
      `Wrote ${file}: 2025-04-01 to 2026-03-31.`,
    ],
  });
  expect(readFileSync(file, 'utf8')).toContain('Demo data');
});

test(
  'the weekly digest has changes and work for somebody to show',
  async () => {
    const temporary = aTemporaryFolder();
    const { code, out, err } = await demo(temporary, '--digest');
    expect({ code, err }).toEqual({
      code: 0,
      err: 'Demo data: nobody has said any of this. Your own feedback was not looked at.\n',
    });
    expect(out).toContain('**Demo data: made up to show what a report looks like.**');
    expect(out).toMatch(/^- ▼ Worse: /m);
    expect(out).toMatch(/^- ▲ Better: /m);
    expect(out.match(/^- (?:\[|`).*$/gm)).toHaveLength(5);
    expect(out).toContain('**docs-team**');
    expect(readdirSync(temporary)).toEqual([]);
  },
  PATIENCE,
);

test('the store is gone after a failure', async () => {
  const temporary = aTemporaryFolder();
  const file = path.join(aFolder(), 'file');
  writeFileSync(file, '');
  const { code, err } = await demo(temporary, '--output', path.join(file, 'report.html'));
  expect(code).toBe(3);
  expect(err).toContain('The report cannot be written to');
  expect(readdirSync(temporary)).toEqual([]);
});

test('the store is gone after Ctrl-C', async () => {
  const temporary = aTemporaryFolder();
  const changes = watch(temporary);
  const output = path.join(aFolder(), 'report.html');
  const child: ChildProcess = spawn(process.execPath, [...COMMAND, '--output', output], {
    cwd: ROOT,
    env: environmentOf(temporary),
  });
  const ended = once(child, 'exit');
  await once(changes, 'change'); // the store is being made
  changes.close();
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(readdirSync(temporary)).toEqual([]);
});

test('the store is gone when nobody reads on', async () => {
  const temporary = aTemporaryFolder();
  const child = spawn(process.execPath, [...COMMAND, '--format', 'json', '--output', '-'], {
    cwd: ROOT,
    env: environmentOf(temporary),
  });
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(readdirSync(temporary)).toEqual([]);
});
