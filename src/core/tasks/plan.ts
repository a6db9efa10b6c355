import { type Day, dayOf, daysBetween } from '../calendar.ts';
import { assignmentOf, handedOver } from './assignment.ts';
import type { Issue, IssueChange, NewIssue } from './issue.ts';
import { type IssueText, notesIn, writeBody } from './issue-body.ts';
import { type Mark, readMark } from './mark.ts';
import { type Standpoint, standingWithoutWork, textOf } from './standing.ts';
import { type Task, tasksOf } from './task.ts';

/** In days. */
const WEEK = 7;

/** What the plan is made of. */
export interface PlanGiven extends Standpoint {
  /** The issues of the tracker that carry the label of the audit. */
  existing: readonly Issue[];
  today: Day;
}

/** What should be done in the tracker. */
export interface TaskPlan {
  create: NewIssue[];
  update: IssueChange[];
  close: IssueChange[];
  reopen: IssueChange[];
  /** Numbers of the issues that are as they should be. */
  unchanged: number[];
  /** Tasks that wait until their owner has had fewer new ones within a week. */
  postponed: Task[];
}

/** An issue of the audit with what an earlier run noted on it. */
interface Known {
  issue: Issue;
  mark: Mark;
}

/**
 * Plans the issues of a tracker, one for each article that needs work.
 *
 * - At most `newTasksPerWeek` are made for one owner within seven days, those of most readers first.
 * - One is closed when nothing is found any more. If it was about votes, they must say so: an edit alone, which begins
 *   a new count, does not close it (see `hasRecovered`).
 * - One that was closed so is opened again when something is found. One that a person closed stays closed for as long
 *   as the same rules go on finding something there.
 */
export function planTasks(given: PlanGiven): TaskPlan {
  const { findings, articles, existing, site, today } = given;
  const plan: TaskPlan = { create: [], update: [], close: [], reopen: [], unchanged: [], postponed: [] };
  const tasks = new Map(tasksOf(findings, articles).map((task) => [task.key, task]));
  const known = oldestOfEach(existing);
  for (const one of known.values()) follow(one, tasks.get(one.mark.key), given, plan);
  const recent = [...known.values()]
    .filter(({ issue }) => daysBetween(dayOf(issue.created), today) < WEEK)
    .map(({ mark }) => mark.owner);
  for (const [owner, own] of Map.groupBy(tasks.values(), (task) => task.owner)) {
    const waiting = own.filter(({ key }) => !known.has(key));
    const room = Math.max(0, site.audit.newTasksPerWeek - recent.filter((one) => one === owner).length);
    plan.create.push(...waiting.slice(0, room).map((task) => newIssue(task, given)));
    plan.postponed.push(...waiting.slice(room));
  }
  return plan;
}

/** Two runs at the same time may have made two issues for one article; the first is gone on with. */
function oldestOfEach(existing: readonly Issue[]): Map<string, Known> {
  const known = new Map<string, Known>();
  for (const issue of existing.toSorted((a, b) => a.number - b.number)) {
    const mark = readMark(issue.body);
    if (mark && !known.has(mark.key)) known.set(mark.key, { issue, mark });
  }
  return known;
}

function newIssue(task: Task, given: PlanGiven): NewIssue {
  const { body } = writeBody(textOf(task, undefined, given));
  return { title: task.title, body, ...assignmentOf(task.owner, given.site) };
}

/** Decides what becomes of an issue that is there. */
function follow(one: Known, task: Task | undefined, given: PlanGiven, plan: TaskPlan): void {
  const { issue, mark } = one;
  const isNews = task?.rules.some((rule) => !mark.rules.includes(rule)) ?? false;
  if (!isNews && (isOutOfSight(mark, given) || (!issue.isOpen && (task || isSettled(mark))))) {
    plan.unchanged.push(issue.number);
    return;
  }
  const { text, isDone } = task
    ? { text: textOf(task, mark, given), isDone: false }
    : standingWithoutWork(mark, given);
  if (!issue.isOpen) {
    if (task) plan.reopen.push({ ...changeTo(text, one, given), state: 'open' });
    // A person has closed it, and the work is done: what is found from now on is news.
    else plan.update.push(changeTo({ ...text, awaitsVotes: false }, one, given));
    return;
  }
  const change = changeTo(text, one, given);
  if (isDone) plan.close.push({ ...change, state: 'closed' });
  else if (change.body !== undefined) plan.update.push(change);
  else plan.unchanged.push(issue.number);
}

/** Was it about something that this run does not look at? */
function isOutOfSight({ rules, awaitsVotes }: Mark, { idle, voteRules }: PlanGiven): boolean {
  return (
    rules.some((rule) => idle.has(rule)) || (awaitsVotes && [...voteRules].every((rule) => idle.has(rule)))
  );
}

/** Was nothing left to do when the audit last wrote it? */
function isSettled({ rules, awaitsVotes }: Mark): boolean {
  return rules.length === 0 && !awaitsVotes;
}

/** What to change for the issue to say so. Its title stays, which people may have bettered, and so do their notes. */
function changeTo(text: IssueText, { issue, mark }: Known, { site }: PlanGiven): IssueChange {
  const { body, digest } = writeBody(text);
  return {
    number: issue.number,
    ...(digest !== mark.digest && { body: body + notesIn(issue.body) }),
    ...(text.owner !== mark.owner && handedOver(issue, mark.owner, text.owner, site)),
  };
}
