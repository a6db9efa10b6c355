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

/** Not proved, too slow and too often: the same may be sent again. */
const AGAIN = [401, 408, 429];

/** After so long without an answer the collector counts as out of reach, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Sends a submission to the collector. Only an answer that says so counts as done: the caller thanks nobody
 * before that.
 */
export async function send(method: keyof typeof DONE, address: string, body: unknown): Promise<Reply> {
  const ask = (proof?: string) =>
    fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json', ...(proof && { Authorization: proof }) },
      body: JSON.stringify(body),
      credentials: 'omit',
      keepalive: true,
      signal: AbortSignal.timeout?.(PATIENCE),
    });
  try {
    let response = await ask();
    // A flood comes in, so the collector asks for some work.
    if (response.status === 401) {
      const { challenge } = await response.json();
      const { prove } = await import('./proof.ts');
      const proof = await prove(challenge);
      if (proof) response = await ask(proof);
    }
    if (response.status === DONE[method]) {
      const answer = method === 'POST' ? ((await response.json()) as Stored) : {};
      return { kind: 'done', ...answer };
    }
    const { status } = response;
    // A web server in between that finds nothing behind it, as while it is updated, says so in a page of its own.
    const isAnswer = /json/.test(response.headers.get('Content-Type') ?? '');
    if (!isAnswer || status < 400 || status > 499 || AGAIN.includes(status)) return { kind: 'unreachable' };
    return { kind: 'refused', status, fields: await fieldsOf(response) };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** What a problem document names as wrong; nothing of a web server's page. */
async function fieldsOf(response: Response): Promise<string[]> {
  const problem: { errors?: { pointer: string }[] } = await response.json().catch(() => ({}));
  return (problem.errors ?? []).map(({ pointer }) => pointer);
}
