import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Survey } from '../core/survey/survey.ts';
import type { Texts } from '../core/texts.ts';
import type { FeedbackStore } from '../stores/feedback-store.ts';
import { type Admission, openToAll } from './admission/admission.ts';
import { createAttackWatch } from './admission/attack.ts';
import { createProofOfWork } from './admission/proof-of-work.ts';
import type { Origins } from './gate/allowed-origins.ts';
import { anyArticle, type KnownArticles } from './gate/known-articles.ts';
import { crossOrigin, sameSite } from './gate/origin.ts';
import { health } from './operation/health.ts';
import { createMetrics } from './operation/metrics.ts';
import { type AnsweredRequest, requestWatch } from './operation/requests.ts';
import { errorPage } from './pages/error-page.ts';
import { sendPage } from './pages/page.ts';
import { Problem, unavailable } from './problem.ts';
import { reading } from './reading/reading.ts';
import { addHeader, type Env, isForm, localeOf, type Service } from './service.ts';
import { type GuardedSite, securityHeaders } from './static-site/security-headers.ts';
import { answers } from './submissions/answers.ts';
import { createReceipts } from './submissions/receipts.ts';
import { signals } from './submissions/signals.ts';
import { votes } from './submissions/votes.ts';

export interface CollectorOptions {
  store: FeedbackStore;
  /** What is asked; without it, answers are refused. */
  survey?: Survey;
  /** Languages of the site; the first is for readers who understand none of them. */
  locales: readonly string[];
  /** Interface texts of a language. */
  texts: (locale: string) => Texts;
  /** The site's page around the answers to plain forms; without it they stand on a page of their own. */
  frame?: (locale: string) => Promise<string | undefined>;
  /** Address of an article's page, for the way back to it; `undefined` if there is no such article. */
  articleUrl?: (article: string, locale: string) => string | undefined;
  /**
   * Id and folder of the category of an article in a language, for questions that only readers of some categories are
   * asked. E.g. `['billing', 'abrechnung']`
   */
  categoriesOf?: (article: string, locale: string) => readonly string[];
  /** Address of the help centre's first page. Usually `/<locale>/` */
  homeUrl?: (locale: string) => string;
  /** Which articles there are; without it, any. */
  knownArticles?: KnownArticles;
  /** Who may send how much, and what of it counts; without it, everything. */
  admission?: Admission;
  /**
   * From so many votes and answers within a minute on, each needs a proof of work, until it is calm again: 0 for always;
   * without it, never.
   */
  proofFrom?: number;
  /** Is told of every request that was answered, without anything that tells who asked for what. */
  onRequest?: (request: AnsweredRequest) => void;
  /** Is told when proofs of work begin to be asked for, and when no more. */
  onAttack?: (isOn: boolean) => void;
  /** Opens `/api/summary` and `/api/export`; without it they are closed. */
  token?: string;
  /** The summary as JSON; without it the store is asked, and all else waits while a large one is put together. */
  summary?: () => Promise<Uint8Array<ArrayBuffer>>;
  /** Whose pages may send; without it, nobody's. */
  origins?: Origins;
  /** Is told once of each origin whose pages tried to send and may not. */
  onRefusedOrigin?: (origin: string) => void;
  /** Version of the program, for its metrics. E.g. `1.2.0` */
  version?: string;
  /** The site whose answers these are, for the headers that guard them; without it, they are the strictest. */
  site?: GuardedSite;
  now: () => Date;
  newId?: () => string;
  /** Is told of every failure that became a 5xx. */
  onFailure?: (failure: unknown) => void;
}

/**
 * The service that takes votes, survey answers and signals, and reads them out to whoever holds the token.
 * A 2xx answer is given only once the store has written.
 *
 * @example
 * const app = createCollector({ store, survey, locales: ['de', 'en'], texts, now: () => new Date() });
 * await app.request('/healthz'); // 200
 */
export function createCollector(options: CollectorOptions): Hono<Env> {
  const service = createService(options);
  const { admission, metrics } = service;
  const { ledger } = metrics;
  const origins = options.origins ?? { own: new Set(), others: new Set() };
  const app = new Hono<Env>();

  if (options.onRequest) app.use(requestWatch(options.onRequest));
  // For every address, so that it guards what is mounted beside the collector too.
  app.use(securityHeaders(options.site));
  app.use('/api/*', async function unstored(c, next) {
    await next();
    addHeader(c, 'Cache-Control', 'no-store');
  });
  app.use('/api/*', metrics.timing);
  // Booked before anything can refuse, so that the sums are right.
  app.post('/api/votes', ledger.counting('vote'));
  app.post('/api/answers', ledger.counting('answers'));
  app.post('/api/signals', ledger.counting('signal'));
  app.on(['POST', 'PATCH', 'DELETE'], '/api/votes/:id', ledger.counting('vote-change'));
  app.on(['POST', 'DELETE'], '/api/answers/:id', ledger.counting('answers-change'));
  app.use('/api/*', crossOrigin(origins), sameSite(origins, options.onRefusedOrigin), admission.limit);

  app.use('/metrics', admission.limit);

  app.route('/api/votes', votes(service));
  app.route('/api/answers', answers(service));
  app.route('/api/signals', signals(service));
  app.route('/api', reading(service));
  app.route('/', health(service));
  app.all('/api/*', () => {
    throw nothingHere();
  });

  app.notFound(() => nothingHere().toResponse());
  app.onError(async (error, c) => {
    const problem = error instanceof Problem ? error : unexpected();
    if (problem !== error) options.onFailure?.(error);
    if (!isForm(c)) return problem.toResponse();
    const texts = service.texts(localeOf(c, service.locales));
    for (const [name, value] of Object.entries(problem.options.headers ?? {})) c.header(name, value);
    return sendPage(c, service, errorPage(texts, problem, c.get('form')), problem.options.status);
  });
  return app;
}

function createService(options: CollectorOptions): Service {
  const { proofFrom: from = Number.POSITIVE_INFINITY, now } = options;
  const watch = createAttackWatch({ from, now, onChange: options.onAttack });
  const metrics = createMetrics({ version: options.version ?? 'unknown', asksForProof: watch.isOn });
  function report(failure: unknown): void {
    metrics.storeFailed();
    options.onFailure?.(failure);
  }
  async function ask<T>(question: (store: FeedbackStore) => Promise<T>): Promise<T> {
    try {
      return await question(options.store);
    } catch (failure) {
      report(failure);
      throw unavailable();
    }
  }
  return {
    ask,
    summary:
      options.summary ??
      (async () => new TextEncoder().encode(JSON.stringify(await options.store.summary()))),
    report,
    survey: options.survey,
    receipts: createReceipts(() => options.store.secret('receipts')),
    metrics,
    admission: options.admission ?? openToAll,
    proofOfWork: createProofOfWork({ watch, secret: () => ask((store) => store.secret('proofs')), now }),
    knownArticles: options.knownArticles ?? anyArticle,
    token: options.token,
    locales: options.locales,
    texts: options.texts,
    frame: options.frame ?? (async () => undefined),
    articleUrl: options.articleUrl ?? (() => undefined),
    categoriesOf: options.categoriesOf ?? (() => []),
    homeUrl: options.homeUrl ?? ((locale) => `/${locale}/`),
    now: options.now,
    newId: options.newId ?? randomUUID,
  };
}

function nothingHere(): Problem {
  return new Problem({ status: 404, refusal: 'not-found', detail: 'There is nothing at this address.' });
}

function unexpected(): Problem {
  return new Problem({
    status: 500,
    refusal: 'failed',
    detail: 'Something went wrong here.',
    say: 'unavailable',
  });
}
