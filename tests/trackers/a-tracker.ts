import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export const TOKEN = 'secret-token';
/** Accounts that may get issues. */
const ACCOUNTS: Record<string, number> = { octocat: 583, hubot: 480 };
/** Pages are small, so that a few issues take several. */
const PAGE = 4;

export interface StoredIssue {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  created: string;
  labels: string[];
  assignees: string[];
  isPullRequest?: boolean;
}

interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A server on this machine that keeps issues as GitHub and GitLab do, as far as their REST APIs are used. */
export class ATracker {
  readonly issues: StoredIssue[] = [];
  /** Method and path of every request, with what was sent. */
  readonly requests: { line: string; sent: Record<string, unknown>; headers: IncomingMessage['headers'] }[] =
    [];
  /** The day on which issues are made. */
  today = '2026-08-01';
  /** Answers that are given instead of the usual, to the requests of a method, after so many usual ones. */
  readonly instead: { method: string; after?: number; answer: Answer }[] = [];
  address = '';

  /** @param kind whose API it speaks; its project is `example/help` */
  static async start(kind: 'github' | 'gitlab'): Promise<ATracker> {
    const tracker = new ATracker();
    const server = createServer((request, response) => {
      tracker.#answer(kind, request).then((answer) => send(response, answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    tracker.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return tracker;
  }

  /** The environment in which a command finds it. */
  get env(): Record<string, string> {
    return {
      GITHUB_API_URL: this.address,
      GITHUB_REPOSITORY: 'example/help',
      GITHUB_TOKEN: TOKEN,
      CI_API_V4_URL: this.address,
      CI_PROJECT_PATH: 'example/help',
      GITLAB_TOKEN: TOKEN,
    };
  }

  /** Requests that change something, by method. */
  changes(): string[] {
    return this.requests.map(({ line }) => line.split(' ')[0] ?? '').filter((method) => method !== 'GET');
  }

  async #answer(kind: 'github' | 'gitlab', request: IncomingMessage): Promise<Answer> {
    const { method = '', url = '' } = request;
    let text = '';
    for await (const chunk of request) text += chunk;
    const sent = text ? JSON.parse(text) : {};
    this.requests.push({ line: `${method} ${url}`, sent, headers: request.headers });
    const instead = this.instead.find((one) => one.method === method);
    if (instead?.after) instead.after--;
    else if (instead) {
      this.instead.splice(this.instead.indexOf(instead), 1);
      return instead.answer;
    }
    if (request.headers.authorization !== `Bearer ${TOKEN}`)
      return { status: 401, body: { message: 'Bad credentials' } };
    const { pathname, searchParams } = new URL(url, this.address);
    return kind === 'github'
      ? this.#github(method, pathname, searchParams, sent)
      : this.#gitlab(method, pathname, searchParams, sent);
  }

  // biome-ignore lint/suspicious/noExplicitAny: whatever the client sends is looked at here
  #github(method: string, path: string, asked: URLSearchParams, sent: any): Answer {
    const issues = '/repos/example/help/issues';
    const shown = (one: StoredIssue) => ({
      number: one.number,
      title: one.title,
      body: one.body,
      state: one.state,
      created_at: one.created,
      labels: one.labels.map((name) => ({ id: 1, name, color: 'ededed' })),
      assignees: one.assignees.map((login) => ({ login, id: ACCOUNTS[login] })),
      ...(one.isPullRequest && { pull_request: { url: '…' } }),
    });
    if (method === 'GET' && path === issues) return this.#page(path, asked, 'open', shown);
    const unknown = (sent.assignees ?? []).find((name: string) => !(name in ACCOUNTS));
    if (unknown) {
      return {
        status: 422,
        body: {
          message: 'Validation Failed',
          errors: [{ value: unknown, resource: 'Issue', field: 'assignees', code: 'invalid' }],
        },
      };
    }
    if (method === 'POST' && path === issues) return { status: 201, body: shown(this.#add(sent)) };
    const issue = this.issues.find(({ number }) => path === `${issues}/${number}`);
    if (method !== 'PATCH' || !issue) return { status: 404, body: { message: 'Not Found' } };
    for (const key of ['title', 'body', 'state', 'labels', 'assignees'] as const) {
      if (sent[key] !== undefined) Object.assign(issue, { [key]: sent[key] });
    }
    return { status: 200, body: shown(issue) };
  }

  // biome-ignore lint/suspicious/noExplicitAny: whatever the client sends is looked at here
  #gitlab(method: string, path: string, asked: URLSearchParams, sent: any): Answer {
    const issues = '/projects/example%2Fhelp/issues';
    const shown = (one: StoredIssue) => ({
      id: 1000 + one.number,
      iid: one.number,
      title: one.title,
      description: one.body,
      state: one.state === 'open' ? 'opened' : 'closed',
      created_at: one.created,
      labels: one.labels,
      assignees: one.assignees.map((username) => ({ username, id: ACCOUNTS[username] })),
    });
    if (method === 'GET' && path === '/users') {
      const name = asked.get('username') ?? '';
      return { status: 200, body: name in ACCOUNTS ? [{ id: ACCOUNTS[name], username: name }] : [] };
    }
    if (method === 'GET' && path === issues) return this.#page(path, asked, 'opened', shown);
    const given = {
      ...(sent.title !== undefined && { title: sent.title }),
      ...(sent.description !== undefined && { body: sent.description }),
      ...(sent.labels !== undefined && { labels: sent.labels.split(',') }),
      ...(sent.assignee_ids && {
        assignees: Object.keys(ACCOUNTS).filter((name) => sent.assignee_ids.includes(ACCOUNTS[name])),
      }),
    };
    if (method === 'POST' && path === issues) return { status: 201, body: shown(this.#add(given)) };
    const issue = this.issues.find(({ number }) => path === `${issues}/${number}`);
    if (method !== 'PUT' || !issue) return { status: 404, body: { message: '404 Project Not Found' } };
    Object.assign(issue, given);
    if (sent.state_event) issue.state = sent.state_event === 'close' ? 'closed' : 'open';
    return { status: 200, body: shown(issue) };
  }

  #add(given: Pick<StoredIssue, 'title'> & Partial<StoredIssue>): StoredIssue {
    const issue: StoredIssue = {
      body: '',
      state: 'open',
      created: `${this.today}T09:30:00Z`,
      labels: [],
      assignees: [],
      ...given,
      number: this.issues.length + 1,
    };
    this.issues.push(issue);
    return issue;
  }

  /** One page, the newest first, with the address of the next. Without `state=all` only open ones are listed. */
  #page(path: string, asked: URLSearchParams, open: string, shown: (issue: StoredIssue) => unknown): Answer {
    const state = asked.get('state') ?? open;
    const label = asked.get('labels');
    const matching = this.issues
      .filter((one) => state === 'all' || (one.state === 'open') === (state === open))
      .filter((one) => !label || one.labels.includes(label))
      .reverse();
    const page = Number(asked.get('page') ?? 1);
    const size = Math.min(PAGE, Number(asked.get('per_page') ?? 30));
    const next = new URLSearchParams({ ...Object.fromEntries(asked), page: String(page + 1) });
    const first = `<${this.address}${path}?page=1>; rel="first"`;
    return {
      status: 200,
      body: matching.slice((page - 1) * size, page * size).map(shown),
      headers: {
        link:
          page * size < matching.length ? `<${this.address}${path}?${next}>; rel="next", ${first}` : first,
      },
    };
  }
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
}
