import type { Context, MiddlewareHandler } from 'hono';
import type { Aside } from '../core/feedback.ts';
import type { Env } from './service.ts';

/** What is judged of a submission. */
export interface Sent {
  kind: 'vote' | 'answers' | 'signal';
  /** Id of the submission: the same delivered again is no repeat. */
  id: string;
  article?: string;
}

/** Decides who may send how much, and what of it counts. */
export interface Admission {
  /** Refuses a sender who sends too much, before the body is read. */
  limit: MiddlewareHandler<Env>;
  /** Why a submission is kept but not counted; `undefined` if it counts. */
  judge(c: Context<Env>, sent: Sent): Aside | undefined;
}

/** Lets everything in, and counts all of it. */
export const openToAll: Admission = {
  limit: (_, next) => next(),
  judge: () => undefined,
};
