import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Context } from 'hono';
import type { Aside } from '../core/feedback.ts';
import type { Survey } from '../core/survey/survey.ts';
import type { Texts } from '../core/texts.ts';
import type { Outcome as Became, FeedbackStore } from '../stores/feedback-store.ts';
import type { Admission } from './admission/admission.ts';
import type { ProofOfWork } from './admission/proof-of-work.ts';
import type { KnownArticles } from './gate/known-articles.ts';
import { preferredLocale } from './language.ts';
import type { Metrics } from './operation/metrics.ts';
import type { Receipts } from './submissions/receipts.ts';

/** What the collector's resources work with. */
export interface Service {
  /** Asks the store; a failure is reported and becomes a problem with status 503. */
  ask: <T>(question: (store: FeedbackStore) => Promise<T>) => Promise<T>;
  /** The summary as JSON. */
  summary: () => Promise<Uint8Array<ArrayBuffer>>;
  /** Tells the operator of a failure of the store. */
  report: (failure: unknown) => void;
  survey: Survey | undefined;
  receipts: Receipts;
  metrics: Metrics;
  admission: Admission;
  proofOfWork: ProofOfWork;
  knownArticles: KnownArticles;
  token: string | undefined;
  locales: readonly string[];
  texts: (locale: string) => Texts;
  frame: (locale: string) => Promise<string | undefined>;
  /** Address of an article's page, where there is such an article. */
  articleUrl: (article: string, locale: string) => string | undefined;
  /** Id and folder of the category of an article in a language; none where there is no such article. */
  categoriesOf: (article: string, locale: string) => readonly string[];
  /** Address of the help centre's first page. */
  homeUrl: (locale: string) => string;
  now: () => Date;
  newId: () => string;
}

/** How many submissions of a request were stored to be counted, were there already, and were set aside, by reason. */
export interface Outcome {
  stored: number;
  duplicates: number;
  aside?: Partial<Record<Aside, number>>;
}

/** What one request carries from hand to hand. */
export interface Env {
  Bindings: {
    /** The request as it came in, which knows the other end of the connection; missing where none came over a network. */
    incoming?: { socket: { remoteAddress?: string | undefined }; headers?: IncomingHttpHeaders };
    /** The answer on its way out; missing where none goes over a network. */
    outgoing?: Pick<ServerResponse, 'destroy'> & Partial<Pick<ServerResponse, 'setHeader'>>;
  };
  Variables: {
    /** Where it came from, for as long as it is answered. */
    place?: string;
    /** Fields of a posted form; missing for JSON. */
    form?: URLSearchParams;
    /** How many submissions the request holds, if not one. */
    size?: number;
    /** What became of them, as far as the store has answered; what is missing in it was refused. */
    outcome?: Outcome;
  };
}

/** Books one submission. */
export function outcomeOf(became: Became, aside: Aside | undefined): Outcome {
  const isNew = became === 'stored';
  return {
    stored: Number(isNew && !aside),
    duplicates: Number(!isNew),
    ...(isNew && aside && { aside: { [aside]: 1 } }),
  };
}

/**
 * A header of the request. Node has read them already; to make `Headers` of them takes longer than to check a vote.
 */
export function headerOf(c: Context<Env>, name: string): string | undefined {
  const { headers } = c.env?.incoming ?? {};
  if (!headers) return c.req.header(name);
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Adds a header to the answer, once it is made. The same shortcut on the way out. */
export function addHeader(c: Context<Env>, name: string, value: string): void {
  const { outgoing } = c.env ?? {};
  if (outgoing?.setHeader) outgoing.setHeader(name, value);
  else c.header(name, value);
}

/** Was this request sent by a plain HTML form, whose answer is a page? */
export function isForm(c: Context<Env>): boolean {
  return mediaType(c) === 'application/x-www-form-urlencoded';
}

/** Type of the body without its parameters, e.g. `application/json`. */
export function mediaType(c: Context<Env>): string {
  return (headerOf(c, 'Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** The language of the page that a reader gets: that of the form, else what the browser asks for. */
export function localeOf(c: Context<Env>, locales: readonly string[]): string {
  const named = c.get('form')?.get('locale') ?? '';
  return locales.includes(named) ? named : preferredLocale(c.req.header('Accept-Language'), locales);
}
