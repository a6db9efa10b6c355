import { z } from 'zod';
import { LABEL, type NewIssue } from '../core/tasks/issue.ts';
import type { Accounts, Tracker } from './tracker.ts';

const issueSchema = z.object({
  iid: z.int(),
  title: z.string(),
  description: z.string().nullish(),
  state: z.enum(['opened', 'closed']),
  created_at: z.iso.datetime({ offset: true }),
  labels: z.array(z.string()),
  assignees: z.array(z.object({ username: z.string() })).nullish(),
});
const accountsSchema = z.array(z.object({ id: z.int() }));

/**
 * Issues on GitLab, by its REST API: https://docs.gitlab.com/api/issues/
 *
 * @param api e.g. `https://gitlab.com/api/v4`
 * @param repository e.g. `example/support/help`
 */
export function gitlab(api: string, repository: string): Tracker {
  const root = api.replace(/\/+$/, '');
  const issues = `${root}/projects/${encodeURIComponent(repository)}/issues`;
  return {
    name: 'GitLab',
    tokenName: 'GITLAB_TOKEN',
    repository,
    headers: { accept: 'application/json' },
    list: () => ({ method: 'GET', url: `${issues}?labels=${LABEL}&state=all&scope=all&per_page=100` }),
    read: (page) =>
      z
        .array(issueSchema)
        .parse(page)
        .map(({ iid, title, description, state, created_at, labels, assignees }) => ({
          number: iid,
          title,
          body: description ?? '',
          isOpen: state === 'opened',
          created: new Date(created_at),
          labels,
          assignees: (assignees ?? []).map(({ username }) => username),
        })),
    account: {
      ask: (name) => ({ method: 'GET', url: `${root}/users?username=${encodeURIComponent(name)}` }),
      read: (answer) => accountsSchema.parse(answer)[0]?.id,
    },
    create: (issue, accounts) => ({ method: 'POST', url: issues, body: fieldsOf(issue, accounts) }),
    change: ({ number, state, ...change }, accounts) => ({
      method: 'PUT',
      url: `${issues}/${number}`,
      body: {
        ...fieldsOf(change, accounts),
        ...(state && { state_event: state === 'closed' ? 'close' : 'reopen' }),
      },
    }),
  };
}

function fieldsOf({ title, body, labels, assignees }: Partial<NewIssue>, accounts: Accounts) {
  const numbers = assignees?.flatMap((name) => accounts.get(name) ?? []);
  return {
    ...(title !== undefined && { title }),
    ...(body !== undefined && { description: body }),
    ...(labels && { labels: labels.join(',') }),
    ...(numbers && { assignee_ids: numbers }),
  };
}
