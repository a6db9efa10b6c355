import type { Context } from 'hono';
import type { StoredAnswers, StoredVote } from '../../core/feedback.ts';
import { otherMethods } from '../gate/methods.ts';
import { notFound, Problem } from '../problem.ts';
import type { Env, Service } from '../service.ts';

/**
 * Shows what is stored of a submission to whoever has its receipt: `Authorization: Receipt …`. Whether it counts is not
 * told, so that nobody can try out what is set aside.
 */
export async function showOwn(
  c: Context<Env>,
  service: Service,
  kind: 'vote' | 'answers',
): Promise<Response> {
  const authorization = c.req.header('Authorization');
  // A person who opens the address gets to the help centre, as everywhere.
  if (!authorization && c.req.header('Accept')?.includes('text/html')) return otherMethods(service)(c);
  const [, receipt] = /^Receipt +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (!receipt) {
    throw new Problem({
      status: 401,
      refusal: 'invalid',
      detail: 'Send the receipt as `Authorization: Receipt …`.',
      headers: { 'WWW-Authenticate': 'Receipt realm="kundig"' },
    });
  }
  const id = c.req.param('id') ?? '';
  if (!(await service.ask(() => service.receipts.match(kind, id, receipt)))) throw notFound();
  const stored = await service.ask<StoredVote | StoredAnswers | undefined>((store) => store[kind](id));
  if (!stored) throw notFound();
  const { aside: _, ...shown } = stored;
  return c.json(shown);
}
