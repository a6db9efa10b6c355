import { z } from 'zod';
import { LABEL } from '../core/tasks/issue.ts';
import type { Tracker } from './tracker.ts';

const issueSchema = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']),
  created_at: z.iso.datetime({ offset: true }),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])),
  assignees: z.array(z.object({ login: z.string() })).nullish(),
  /** Only pull requests have it, which GitHub lists among the issues. */
  pull_request: z.unknown().optional(),
});

/**
 * Issues on GitHub, by its REST API: https://docs.github.com/en/rest/issues/issues
 *
 * @param api e.g. `https://api.github.com`
 * @param repository e.g. `example/help`
 */
export function github(api: string, repository: string): Tracker {
  const issues = `${api.replace(/\/+$/, '')}/repos/${repository.split('/').map(encodeURIComponent).join('/')}/issues`;
  return {
    name: 'GitHub',
    tokenName: 'GITHUB_TOKEN',
    repository,
    headers: { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28' },
    list: () => ({ method: 'GET', url: `${issues}?labels=${LABEL}&state=all&per_page=100` }),
    read: (page) =>
      z
        .array(issueSchema)
        .parse(page)
        .filter((issue) => issue.pull_request === undefined)
        .map(({ number, title, body, state, created_at, labels, assignees }) => ({
          number,
          title,
          body: body ?? '',
          isOpen: state === 'open',
          created: new Date(created_at),
          labels: labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? []))),
          assignees: (assignees ?? []).map(({ login }) => login),
        })),
    create: (issue) => ({ method: 'POST', url: issues, body: { ...issue } }),
    change: ({ number, state, ...change }) => ({
      method: 'PATCH',
      url: `${issues}/${number}`,
      body: {
        ...change,
        ...(state && { state, state_reason: state === 'closed' ? 'completed' : 'reopened' }),
      },
    }),
  };
}
