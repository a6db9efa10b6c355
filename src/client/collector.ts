/** What the collector said to a submission, or that it could not be reached. */
export type Reply =
  | { kind: 'done'; receipt?: string }
  | { kind: 'refused'; status: number }
  | { kind: 'unreachable' };

/** What the collector answers when it has done as asked. Anything else, such as a web server's page, is no success. */
const DONE = { POST: 201, PATCH: 200, DELETE: 204 } as const;

/**
 * Sends a submission to the collector. Only an answer that says so counts as done: the caller thanks nobody
 * before that.
 */
export async function send(method: keyof typeof DONE, address: string, body: unknown): Promise<Reply> {
  try {
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      keepalive: true,
    });
    if (response.status === DONE[method]) {
      const answer = method === 'POST' ? ((await response.json()) as { receipt?: string }) : {};
      return { kind: 'done', receipt: answer.receipt };
    }
    const isRefused = response.status >= 400 && response.status < 500 && response.status !== 429;
    return isRefused ? { kind: 'refused', status: response.status } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}
