/** One of the audit's issues in a tracker, as it is there. */
export interface Issue {
  /** By which its project calls it. */
  number: number;
  title: string;
  body: string;
  isOpen: boolean;
  /** When it was made, by the tracker's clock. */
  created: Date;
  labels: readonly string[];
  /** Names of accounts. */
  assignees: readonly string[];
}

/** An issue as it should be made. */
export interface NewIssue {
  title: string;
  body: string;
  labels: readonly string[];
  /** Names of accounts. */
  assignees: readonly string[];
}

/** What should change on an issue; what is missing stays. */
export interface IssueChange extends Partial<NewIssue> {
  number: number;
  state?: 'open' | 'closed';
}

/** The label that all issues of the audit carry, and by which they are found again. */
export const LABEL = 'kundig';
