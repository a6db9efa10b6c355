/** What the collector said to a submission, or that it could not be reached. */
export type Reply =
  /** `leftOut`: ids of questions whose answers were not kept. */
  | { kind: 'done'; receipt?: string; leftOut?: string[] }
  /** `fields`: JSON pointers to what does not fit, e.g. `#/answers/nps`. */
  | { kind: 'refused'; status: number; fields?: string[] }
  | { kind: 'unreachable' };

/** What the collector says of a submission that it has stored. */
type Stored = Pick<Extract<Reply, { kind: 'done' }>, 'receipt' | 'leftOut'>;

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
      const answer = method === 'POST' ? ((await response.json()) as Stored) : {};
      return { kind: 'done', ...answer };
    }
    const isRefused = response.status >= 400 && response.status < 500 && response.status !== 429;
    if (!isRefused) return { kind: 'unreachable' };
    return { kind: 'refused', status: response.status, fields: await fieldsOf(response) };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** What a problem document names as wrong; nothing of a web server's page. */
async function fieldsOf(response: Response): Promise<string[]> {
  const problem: { errors?: { pointer: string }[] } = await response.json().catch(() => ({}));
  return (problem.errors ?? []).map(({ pointer }) => pointer);
}
