import type { Site } from '../site.ts';
import { type Issue, type IssueChange, LABEL, type NewIssue } from './issue.ts';

/** Longest label that GitHub takes, in characters. */
const LONGEST_LABEL = 50;

type Assignment = Pick<NewIssue, 'labels' | 'assignees'>;

/** Whose a task is: its owner's account, or a label with the owner's name where nobody knows the account. */
export function assignmentOf(owner: string, site: Pick<Site, 'audit'>): Assignment {
  const account = accountOf(owner, site);
  return { labels: [LABEL, ...ownerLabels(owner, site)], assignees: account ? [account] : [] };
}

/** The same for an issue that goes from one owner to another. Labels and accounts that people added stay. */
export function handedOver(
  issue: Issue,
  former: string,
  owner: string,
  site: Pick<Site, 'audit'>,
): Pick<IssueChange, 'labels' | 'assignees'> {
  const stale = ownerLabels(former, site);
  const account = accountOf(former, site);
  const { labels, assignees } = assignmentOf(owner, site);
  return {
    labels: [...new Set([...issue.labels.filter((label) => !stale.includes(label)), ...labels])],
    assignees: [...new Set([...issue.assignees.filter((one) => one !== account), ...assignees])],
  };
}

function accountOf(owner: string, { audit }: Pick<Site, 'audit'>): string | undefined {
  return audit.assignees[owner]?.replace(/^@/, '');
}

/** A comma would part a label in two on GitLab. */
function ownerLabels(owner: string, site: Pick<Site, 'audit'>): string[] {
  if (!owner || accountOf(owner, site)) return [];
  return [`owner: ${owner.replaceAll(',', ' ')}`.slice(0, LONGEST_LABEL)];
}
