import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { addDuration, type Day, subtractDuration } from '../src/core/calendar.ts';
import { type Content, publishedArticles } from '../src/core/content.ts';
import { type DemoHelpCentre, demoFeedback } from '../src/core/demo/demo-feedback.ts';
import type { Submission } from '../src/core/feedback.ts';
import { ADD_ONE, valuesOf } from '../src/stores/additions.ts';
import { connectSqlite } from '../src/stores/sqlite-store.ts';
import { answersRow, signalRow, voteRow } from '../src/stores/submission-rows.ts';

/** The usual period of a report and the one before, with which it compares. */
const DEMO_PERIOD = '24 months';
/** So many submissions are written before a signal to stop is heard. */
const BATCH = 2000;
/** Signals that end a program before it is done. */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Fills a throw-away store with made-up feedback on these articles, and deletes it when it has been used, also after an
 * error or Ctrl-C.
 *
 * @param today The last day with feedback. The same content on the same day gets the same feedback.
 * @param use Is given the place of the store.
 * @example await withDemoFeedback(content, '2026-03-31', (place) => figuresFrom(place, subject))
 */
export async function withDemoFeedback<Result>(
  content: Content,
  today: Day,
  use: (place: string) => Promise<Result>,
): Promise<Result> {
  let folder: string | undefined;
  const remove = () => folder && rmSync(folder, { recursive: true, force: true });
  const stop = (signal: NodeJS.Signals) => {
    remove();
    // It ends as if nobody had listened.
    for (const one of STOPS) process.off(one, stop);
    process.kill(process.pid, signal);
  };
  // Before there is anything to delete: a signal in between would leave it.
  for (const signal of STOPS) process.on(signal, stop);
  try {
    folder = mkdtempSync(path.join(os.tmpdir(), 'kundig-demo-'));
    const place = path.join(folder, 'feedback.db');
    const period = { from: addDuration(subtractDuration(today, DEMO_PERIOD), '1 day'), to: today };
    await fill(place, demoFeedback(helpCentreOf(content, today), period));
    return await use(place);
  } finally {
    remove();
    for (const signal of STOPS) process.off(signal, stop);
  }
}

function helpCentreOf(content: Content, today: Day): DemoHelpCentre {
  const articles = publishedArticles(content, today);
  const asked = articles.flatMap(({ id, locale, frontmatter }) =>
    frontmatter.questions.map((query) => ({ locale, query, article: id })),
  );
  const phrases = [...content.queries, ...asked];
  const titles = articles.map(({ id, locale, frontmatter }) => ({
    locale,
    query: frontmatter.title,
    article: id,
  }));
  return {
    articles,
    ...(content.survey && { survey: content.survey }),
    locales: content.site?.locales ?? [],
    phrases: phrases.length > 0 ? phrases : titles,
  };
}

/** In one go: nobody would miss it if the power failed. */
async function fill(place: string, submissions: Iterable<Submission>): Promise<void> {
  const database = connectSqlite(place, 0);
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; BEGIN');
    const vote = database.prepare(ADD_ONE.votes);
    const sheet = database.prepare(ADD_ONE.answers);
    const signal = database.prepare(ADD_ONE.signals);
    let written = 0;
    for (const submission of submissions) {
      if (submission.type === 'vote') {
        const { received, reason, comment } = submission;
        vote.run(...valuesOf('votes', { ...voteRow(submission, received), reason, comment }));
      } else if (submission.type === 'answers') {
        sheet.run(...valuesOf('answers', answersRow(submission, submission.received)));
      } else {
        signal.run(...valuesOf('signals', signalRow(submission, submission.received)));
      }
      written += 1;
      if (written % BATCH === 0) await setImmediate();
    }
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}
