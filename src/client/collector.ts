/** What the collector said to a submission, or that it could not be reached. */
export type Reply =
  | { kind: 'done'; receipt?: string }
  | { kind: 'refused'; status: number }
  | { kind: 'unreachable' };

/**
 * Sends a submission to the collector. Only an answer that says so counts as done: the caller thanks nobody
 * before that.
 */
export async function send(
  method: 'POST' | 'PATCH' | 'DELETE',
  address: string,
  body: unknown,
): Promise<Reply> {
  try {
    const response = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      keepalive: true,
    });
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    if (!response.ok) return { kind: 'refused', status: response.status };
    const answer = response.status === 201 ? ((await response.json()) as { receipt?: string }) : {};
    return { kind: 'done', receipt: answer.receipt };
  } catch {
    return { kind: 'unreachable' };
  }
}
