import { Hono } from 'hono';
import type { Submission } from '../../core/feedback.ts';
import { otherMethods } from '../gate/methods.ts';
import type { Env, Service } from '../service.ts';
import { bearer } from './bearer.ts';

/** Lines of an export are sent in pieces of about so many characters. */
const PIECE = 32 * 1024;

/** `/api/summary` and `/api/export`: for whoever holds the token. */
export function reading(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  const guard = bearer(service.token);

  app.get('/summary', guard, async (c) => {
    c.header('Content-Type', 'application/json');
    return c.body(await service.ask(service.summary));
  });

  app.get('/export', guard, async (c) => {
    c.header('Content-Type', 'application/jsonl; charset=utf-8');
    if (c.req.method === 'HEAD') return c.body(null);
    // The first line is awaited, so that a store that cannot be read gives 503 and not a broken stream.
    const [first, rest] = await service.ask(async (store) => {
      const submissions = store.submissions()[Symbol.asyncIterator]();
      return [await submissions.next(), submissions] as const;
    });
    const withEnd = c.req.query('with') === 'end';
    return c.body(
      streamOf(pieces(first, rest, withEnd), (failure) => {
        service.report(failure);
        // Left to itself, the server prints the failure, writes it as a last line and ends the answer as if it were whole.
        c.env?.outgoing?.destroy();
        return c.env?.outgoing !== undefined;
      }),
    );
  });

  app.all('/summary', otherMethods(service, 'GET'));
  app.all('/export', otherMethods(service, 'GET'));
  return app;
}

/**
 * Text as a stream that is written only as fast as it is read.
 *
 * @param onFailure is told of where it fails, and says whether it has cut the connection itself
 */
function streamOf(
  texts: AsyncGenerator<string, void>,
  onFailure: (failure: unknown) => boolean,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next().catch((failure) => {
        if (onFailure(failure)) return { done: true as const, value: undefined };
        throw failure;
      });
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return();
    },
  });
}

/**
 * The lines of an export, several at a time. A last line says how many they are if it is asked for: a server in between
 * may end an answer that broke off as if it were whole.
 */
async function* pieces(
  first: IteratorResult<Submission>,
  rest: AsyncIterator<Submission>,
  withEnd: boolean,
): AsyncGenerator<string, void> {
  let piece = '';
  let submissions = 0;
  try {
    for (let result = first; !result.done; result = await rest.next()) {
      submissions += 1;
      piece += `${JSON.stringify(result.value)}\n`;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
    if (withEnd) piece += `${JSON.stringify({ type: 'end', submissions })}\n`;
    if (piece) yield piece;
  } finally {
    await rest.return?.();
  }
}
