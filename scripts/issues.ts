import { setTimeout } from 'node:timers/promises';
import type { Article } from '../src/core/article.ts';
import type { Day } from '../src/core/calendar.ts';
import type { Finding } from '../src/core/finding.ts';
import { idleRules, rules } from '../src/core/rules/index.ts';
import type { Source } from '../src/core/rules/rule.ts';
import type { ArticleSeries } from '../src/core/series/vote-series.ts';
import type { Site } from '../src/core/site.ts';
import { planTasks, type TaskPlan } from '../src/core/tasks/plan.ts';
import { UserError } from '../src/core/user-error.ts';
import { plural } from '../src/reports/plural.ts';
import { TrackerClient } from '../src/trackers/client.ts';
import { curlLine } from '../src/trackers/curl.ts';
import { github } from '../src/trackers/github.ts';
import { gitlab } from '../src/trackers/gitlab.ts';
import type { Accounts, Tracker, TrackerRequest } from '../src/trackers/tracker.ts';

/** The trackers that the audit can keep issues in. */
export const TRACKERS = ['github', 'gitlab'] as const;
export type TrackerName = (typeof TRACKERS)[number];

const VOTE_RULES = new Set(rules.filter(({ rests }) => rests === 'votes').map(({ name }) => name));

export interface IssuesGiven {
  tracker: TrackerName;
  /** E.g. `example/help`; without it, the one that CI runs for. */
  repository?: string;
  /** Prints what would be done instead of doing it. */
  dryRun?: boolean;
  /** All findings of the audit: the issues of articles that have none here are closed. */
  findings: readonly Finding[];
  /** Those that readers can see today. */
  articles: readonly Article[];
  series: ReadonlyMap<string, ArticleSeries>;
  site: Site;
  today: Day;
  /** What this audit did without. */
  missing: ReadonlySet<Source>;
  env?: Readonly<Record<string, string | undefined>>;
  /** Prints a line of the result. */
  print?: (line: string) => void;
  /** Says a line that is not part of the result. */
  say?: (line: string) => void;
  /** Waits for so many milliseconds. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Keeps one issue for each article that needs work. Without a token, or with `dryRun`, the calls are printed as lines
 * for a shell; with a token alone, existing issues are taken into account.
 */
export async function runIssues(given: IssuesGiven): Promise<void> {
  const { dryRun = false, env = process.env, print = console.log, say = console.error } = given;
  const tracker = trackerOf(given, env);
  const token = env[tracker.tokenName]?.trim();
  const wait = given.wait ?? setTimeout;
  const client = token ? new TrackerClient(tracker, token, { fetch, wait, now: Date.now }) : undefined;
  const existing = (await client?.issues()) ?? [];
  const plan = planTasks({ ...given, voteRules: VOTE_RULES, idle: idleRules(given.missing), existing });
  const accounts = (await client?.accounts(accountsIn(plan))) ?? new Map();
  const requests = requestsOf(plan, tracker, accounts);

  if (client && !dryRun) for (const request of requests) await client.change(request);
  else for (const request of requests) print(curlLine(request, tracker));
  if (!client && requests.length > 0) {
    say(`No ${tracker.tokenName}: these calls would make the issues if there were none yet.`);
    if (tracker.account) say('Whom they are assigned to is not among them: that takes a token.');
  }
  say(summaryOf(plan, tracker, client !== undefined && !dryRun));
}

function trackerOf({ tracker, repository }: IssuesGiven, env: NonNullable<IssuesGiven['env']>): Tracker {
  const [project, api, variable] =
    tracker === 'github'
      ? [env.GITHUB_REPOSITORY, env.GITHUB_API_URL ?? 'https://api.github.com', 'GITHUB_REPOSITORY']
      : [env.CI_PROJECT_PATH, env.CI_API_V4_URL ?? 'https://gitlab.com/api/v4', 'CI_PROJECT_PATH'];
  const name = repository ?? project;
  if (!name) {
    throw new UserError(
      'Nobody has said in which repository the issues are.',
      `Name it with --repository, e.g. --repository example/help, or in ${variable}.`,
    );
  }
  const parts = name.split('/');
  const isName = parts.every((part) => /^[\w.-]+$/.test(part) && !/^\.+$/.test(part));
  if (!isName || parts.length < 2 || (tracker === 'github' && parts.length > 2)) {
    throw new UserError(`${name} is not a repository.`, 'Write its owner and its name: example/help.');
  }
  if (!URL.canParse(api) || !/^https?:$/.test(new URL(api).protocol)) {
    throw new UserError(
      `${api} is not an address.`,
      'Mend GITHUB_API_URL or CI_API_V4_URL in the environment.',
    );
  }
  return tracker === 'github' ? github(api, name) : gitlab(api, name);
}

function accountsIn({ create, update, close, reopen }: TaskPlan): string[] {
  return [...create, ...update, ...close, ...reopen].flatMap(({ assignees = [] }) => assignees);
}

function requestsOf(plan: TaskPlan, tracker: Tracker, accounts: Accounts): TrackerRequest[] {
  return [
    ...[...plan.close, ...plan.reopen, ...plan.update].map((change) => tracker.change(change, accounts)),
    ...plan.create.map((issue) => tracker.create(issue, accounts)),
  ];
}

/** @example 'GitHub: 3 issues made, 1 updated, 2 closed, 12 unchanged; 4 more wait for another week.' */
function summaryOf(plan: TaskPlan, { name }: Tracker, isDone: boolean): string {
  const { create, update, close, reopen, unchanged, postponed } = plan;
  const counts = [
    `${plural(create.length, 'issue')} ${isDone ? 'made' : 'to make'}`,
    ...(update.length > 0 ? [`${update.length} ${isDone ? 'updated' : 'to update'}`] : []),
    ...(close.length > 0 ? [`${close.length} ${isDone ? 'closed' : 'to close'}`] : []),
    ...(reopen.length > 0 ? [`${reopen.length} ${isDone ? 'reopened' : 'to reopen'}`] : []),
    ...(unchanged.length > 0 ? [`${unchanged.length} unchanged`] : []),
  ];
  const later = postponed.length > 0 ? `; ${postponed.length} more wait for another week` : '';
  return `${name}: ${counts.join(', ')}${later}.`;
}
