import type { Issue, IssueChange, NewIssue } from '../core/tasks/issue.ts';

/** A request to a tracker, without the token. */
export interface TrackerRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  url: string;
  /** Becomes JSON. */
  body?: Readonly<Record<string, unknown>>;
}

/** Numbers of the accounts on which a tracker insists instead of their names. */
export type Accounts = ReadonlyMap<string, number>;

/** How one kind of issue tracker is spoken to. Pure: what is sent and received goes through `TrackerClient`. */
export interface Tracker {
  /** As people call it, e.g. `GitHub`. */
  name: string;
  /** Environment variable of the token, e.g. `GITHUB_TOKEN`. */
  tokenName: string;
  /** As a person would name the project, e.g. `example/help`. */
  repository: string;
  /** Sent with every request, beside the token. */
  headers: Readonly<Record<string, string>>;
  /** The first page of all issues with the label of the audit, open and closed. */
  list(): TrackerRequest;
  /** The issues of a page. @throws {z.ZodError} if it is none */
  read(page: unknown): Issue[];
  /** Asks for the number of an account; missing where names are enough. */
  account?: {
    ask(name: string): TrackerRequest;
    /** `undefined` if there is no such account. */
    read(answer: unknown): number | undefined;
  };
  /** Accounts that are not in `accounts` are left out, where numbers are needed. */
  create(issue: NewIssue, accounts: Accounts): TrackerRequest;
  change(change: IssueChange, accounts: Accounts): TrackerRequest;
}
