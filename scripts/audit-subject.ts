import path from 'node:path';
import { type AuditFeedback, NO_FEEDBACK } from '../src/core/audit-feedback/audit-feedback.ts';
import { type Day, subtractDuration } from '../src/core/calendar.ts';
import type { Content } from '../src/core/content.ts';
import { type History, historyUntil } from '../src/core/history.ts';
import type { RuleContext, Source } from '../src/core/rules/rule.ts';
import { seriesOfRevision } from '../src/core/series/series-of-revision.ts';
import type { Site } from '../src/core/site.ts';
import { UserError } from '../src/core/user-error.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { git, NoHistory } from '../src/readers/git.ts';
import { readHistory } from '../src/readers/git-history.ts';
import { readSeries } from '../src/readers/vote-series.ts';
import { askSearch } from '../src/search/ask-search.ts';
import { feedbackBeside } from './feedback-source.ts';
import { linksFrom } from './links-source.ts';
import { withProgress } from './progress.ts';

/** Searches, ways to a person and survey sheets tell of the present for so long. */
const RECENT = '90 days';

/** Where an audit finds what it looks at. */
export interface Places {
  content: string;
  feedback: string;
  /** What `npm run links` saw, if not in its usual place. */
  links?: string;
  today: Day;
  missing: ReadonlySet<Source>;
  /** Is told what is not there, and why; the rest goes on without it. Whatever is missing is an error otherwise. */
  goOn?: (source: Source, why: UserError) => void;
}

/** Everything that the rules look at. */
export type AuditSubject = Omit<RuleContext, 'articles' | 'current'>;

/**
 * Reads everything that the rules look at.
 *
 * @throws {UserError} if something is missing that nobody said to do without, or cannot be trusted
 */
export async function readSubject({
  content: dir,
  feedback: place,
  links: seen,
  today,
  missing: unwanted,
  goOn,
}: Places): Promise<AuditSubject> {
  const missing = new Set(unwanted);
  const without = (source: Source, why: unknown) => {
    if (!goOn || !(why instanceof UserError)) throw why;
    missing.add(source);
    goOn(source, why);
  };
  const stop = new AbortController();
  const voted = feedbackOf(place, today, missing, stop.signal).catch((why: unknown) => {
    without('votes', why);
    return NO_FEEDBACK;
  });
  // It is waited for below; what is wrong with the articles is told first.
  voted.catch(() => {});
  // Git is another program, and the feedback is read in another thread: both work while the articles are read.
  const { content, site, history } = await withProgress(
    'Reading the articles and their history',
    articlesOf(dir, today, missing, without),
  ).catch((error: unknown) => {
    stop.abort();
    throw error;
  });
  const { feedback, series, sourceChanges } = await withProgress(
    'Reading the feedback and earlier texts',
    pastTexts({ content, history, feedback: voted }, missing),
  );
  if (feedback.later > 0)
    console.error(
      `Votes, searches and the like that came in after ${today} and do not count: ${feedback.later}.`,
    );
  const links = missing.has('links') ? undefined : await linksFrom(seen);
  if (!links) missing.add('links');
  const found = await withProgress('Asking the search', askSearch(content, feedback, today));
  return {
    content,
    site,
    feedback,
    series,
    sourceChanges,
    history,
    links,
    ...found,
    today,
    missing,
  };
}

async function articlesOf(
  dir: string,
  today: Day,
  missing: ReadonlySet<Source>,
  without: (source: Source, why: unknown) => void,
): Promise<Pick<RuleContext, 'content' | 'site' | 'history'>> {
  const history = historyOf(dir, today, missing).catch((why: unknown) => {
    without('history', why);
    return { commits: new Map() };
  });
  const [content, known] = await Promise.all([readContent(dir), history]);
  return { content, site: usableSite(content), history: known };
}

/** The settings, without which no rule knows its limits. */
function usableSite({ site, findings }: Content): Site {
  if (site) return site;
  const [mistake] = findings.filter(({ file }) => file === 'site.yaml');
  throw new UserError(
    mistake ? `site.yaml:${mistake.line} ${mistake.message}` : 'site.yaml cannot be read.',
    `${mistake?.hint ?? ''} \`npm run check\` lists every mistake.`.trim(),
  );
}

/** Edits cannot be told apart without a history, so it is left out only if that is wanted. */
async function historyOf(dir: string, today: Day, missing: ReadonlySet<Source>): Promise<History> {
  if (missing.has('history')) return { commits: new Map() };
  try {
    const { history, later } = historyUntil(await readHistory(dir), today);
    if (later > 0) console.error(`Commits that bear a day after ${today} and count as made on it: ${later}.`);
    return history;
  } catch (error) {
    if (!(error instanceof NoHistory)) throw error;
    throw new UserError(error.message, `${error.hint}\nTo do without: npm run audit -- --without history`);
  }
}

/** What readers said, joined over the texts that articles have had, or without a history on the present ones only. */
async function pastTexts(
  given: Pick<RuleContext, 'content' | 'history'> & { feedback: Promise<AuditFeedback> },
  missing: ReadonlySet<Source>,
): Promise<Pick<RuleContext, 'feedback' | 'series' | 'sourceChanges'>> {
  if (missing.has('history')) {
    const feedback = await given.feedback;
    return { feedback, series: seriesOfRevision(given.content.articles, feedback) };
  }
  const { unknownRevisions, goneArticles, ...past } = await readSeries(given);
  if (unknownRevisions > 0)
    console.error(`Votes that do not count, on texts that git does not know: ${unknownRevisions}.`);
  if (goneArticles > 0)
    console.error(`Votes that do not count, on articles that are no longer there: ${goneArticles}.`);
  return past;
}

async function feedbackOf(
  place: string,
  today: Day,
  missing: ReadonlySet<Source>,
  signal: AbortSignal,
): Promise<AuditFeedback> {
  if (missing.has('votes')) return NO_FEEDBACK;
  return feedbackBeside(place, { until: today, recentFrom: subtractDuration(today, RECENT) }, signal);
}

/** The folder as its repository names it, or as the reader does where there is no repository. */
export async function folderInRepository(dir: string): Promise<string> {
  try {
    const prefix = await git(path.resolve(dir), ['rev-parse', '--show-prefix']);
    return prefix.trim().replace(/\/$/, '');
  } catch {
    return dir;
  }
}
