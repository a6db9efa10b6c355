import type { Context, MiddlewareHandler } from 'hono';
import type { Aside, Signal } from '../../core/feedback.ts';
import { phraseOf } from '../../core/search-phrase.ts';
import { tooMany } from '../problem.ts';
import { type Env, headerOf } from '../service.ts';
import { createScanners, isProgram } from './bots.ts';
import { addressOf, placeOf, readTrustedProxies, type TrustedProxies } from './client-address.ts';
import { createClientMarks } from './client-marks.ts';
import { isPayload } from './payloads.ts';
import { createPressureGauge, type Pressure } from './pressure.ts';
import { type Allowance, createRateLimit } from './rate-limit.ts';
import { createRepeats } from './repeats.ts';
import { createSameForms } from './same-forms.ts';

/** What is judged of a submission. */
export interface Sent {
  kind: 'vote' | 'answers' | 'signal';
  /** Id of the submission: the same delivered again is no repeat. */
  id: string;
  article?: string;
  /** Of a vote. */
  helpful?: boolean;
  /** Of a sheet: where the link to the survey stood. */
  source?: string;
  /** What kind of signal it is. */
  signal?: Signal['kind'];
  /** Of a search. */
  query?: string;
}

/** Decides who may send how much, and what of it counts. */
export interface Admission {
  /** Refuses a sender who sends too much, before the body is read. */
  limit: MiddlewareHandler<Env>;
  /** Why a submission is kept but not counted; `undefined` if it counts. */
  judge(c: Context<Env>, sent: Sent): Aside | undefined;
  /** The id of a plain form that has none: the same for the same form, sent again by the same reader soon after. */
  formId(c: Context<Env>, fields: URLSearchParams, newId: () => string): string;
  /** The reader changed or took back what a form said, and may say it again. */
  forgetForm(id: string): void;
  /** What came in within the last minute. */
  recent(): Pressure;
  /** Deletes what is remembered of clients as soon as its time is up. To be called every minute. */
  tidy(): void;
}

/** Lets everything in, and counts all of it. */
export const openToAll: Admission = {
  limit: (_, next) => next(),
  judge: () => undefined,
  formId: (_c, _fields, newId) => newId(),
  forgetForm: () => {},
  recent: () => ({ votes: 0, aside: 0, limited: 0 }),
  tidy: () => {},
};

type Door = 'submissions' | 'signals' | 'reading';

/**
 * How much may come from one place. A school or an office is one place: 50 people who each read twenty pages within a
 * minute, vote, change their mind and say why need 1,000 signals and 150 submissions, all at once if need be. Reading is
 * for a few programs; whoever guesses at the token has 6 tries, and then one every 10 seconds.
 */
const ALLOWANCES: Record<Door, Allowance> = {
  submissions: { burst: 300, perSecond: 5 },
  signals: { burst: 1200, perSecond: 20 },
  reading: { burst: 60, perSecond: 1 },
};

/** What a wrong token costs, in requests. */
const WRONG_TOKEN = 10;

/**
 * How many submissions of 24 hours count, from one place:
 *
 * - votes on one article, whatever its language or revision: the family at home and two colleagues, not a machine;
 * - sheets: as many as a family or a small team has people. The survey is offered to a few of many readers, so that more
 *   of them in one place on one day are rare, while each sheet that is made up moves a share of a few hundred;
 * - signals of one kind about one article, or searches for the same words: they decide nothing by themselves, and people
 *   open the same page again and again.
 */
const COUNTED = { vote: 3, answers: 5, signal: 20 } as const;

interface AdmissionOptions {
  now: () => Date;
  /** Without them, forwarding headers are not believed. */
  proxies?: TrustedProxies;
  /** How much may come from one place, where it is not as usual. */
  allowances?: Partial<Record<Door, Allowance>>;
  newSalt?: () => Buffer;
  /** Is told once of what the operator should look at. */
  onNotice?: (notice: string) => void;
}

/**
 * Lets in what people send, however many sit behind one address, and keeps out of the sums what one place sends too often
 * or a program sends. It remembers clients in memory only, by marks that lead to nobody: nothing of them is written down.
 * Each running collector has a memory of its own, which ends with it.
 *
 * @example
 * const admission = createAdmission({ now: () => new Date(), proxies: readTrustedProxies('10.0.0.0/8') });
 */
export function createAdmission(options: AdmissionOptions): Admission {
  const { now, proxies = readTrustedProxies() } = options;
  const marks = createClientMarks(options.newSalt);
  const allowances = { ...ALLOWANCES, ...options.allowances };
  const limits = {
    submissions: createRateLimit(allowances.submissions),
    signals: createRateLimit(allowances.signals),
    reading: createRateLimit(allowances.reading),
  };
  const repeats = {
    vote: createRepeats(COUNTED.vote),
    answers: createRepeats(COUNTED.answers),
    signal: createRepeats(COUNTED.signal),
  };
  const scanners = createScanners();
  const forms = createSameForms();
  const gauge = createPressureGauge();
  let isToldOfProxy = false;

  /** Found out once for a request: a connection that has ended no longer says where it came from. */
  function placeIn(c: Context<Env>): string {
    const known = c.get('place');
    if (known !== undefined) return known;
    const place = placeOf(addressOf(c, proxies));
    c.set('place', place);
    return place;
  }

  function asideFor(c: Context<Env>, sent: Sent, at: Date): Aside | undefined {
    const { kind, article, source = '', query = '', helpful } = sent;
    const id = sent.id.toLowerCase();
    const userAgent = headerOf(c, 'User-Agent') ?? '';
    if (isPayload(source) || isPayload(query)) return 'payload';
    if (isProgram(userAgent, headerOf(c, 'Sec-CH-UA'))) return 'bot';
    const place = placeIn(c);
    if (article !== undefined && helpful !== undefined) {
      const client = marks.of(at, 'clicks', place, userAgent);
      if (scanners.clicksEverything(client, { id, article, helpful }, at.getTime())) return 'bot';
    }
    const about = marks.of(at, kind, place, ...thingIn(sent));
    return repeats[kind].isOneTooMany(about, id, at.getTime()) ? 'repeat' : undefined;
  }

  return {
    async limit(c, next) {
      const at = now();
      const limit = limits[doorOf(c.req.path)];
      const client = marks.of(at, 'client', placeIn(c));
      if (proxies.none && !isToldOfProxy && headerOf(c, 'X-Forwarded-For') !== undefined) {
        isToldOfProxy = true;
        options.onNotice?.(UNTRUSTED_PROXY);
      }
      const seconds = limit.take(client, at.getTime());
      if (seconds > 0) {
        gauge.note({ limited: 1 }, at.getTime());
        throw tooMany(seconds);
      }
      await next();
      // Whoever sends is refused with 401 as well where a proof of work is asked for: that costs nothing more.
      if (c.res.status === 401 && limit === limits.reading)
        limit.charge(client, WRONG_TOKEN - 1, now().getTime());
    },
    judge(c, sent) {
      const at = now();
      const aside = asideFor(c, sent, at);
      if (sent.kind === 'vote') gauge.note({ votes: 1, aside: Number(aside !== undefined) }, at.getTime());
      return aside;
    },
    formId(c, fields, newId) {
      const userAgent = headerOf(c, 'User-Agent') ?? '';
      const form = marks.of(now(), 'form', placeIn(c), userAgent, c.req.path, ...[...fields].flat());
      return forms.idOf(form, newId, now().getTime());
    },
    forgetForm: (id) => forms.forget(id.toLowerCase(), now().getTime()),
    recent: () => gauge.recent(now().getTime()),
    tidy() {
      const at = now();
      marks.renew(at);
      for (const memory of [...Object.values(limits), ...Object.values(repeats), scanners, forms]) {
        memory.sweep(at.getTime());
      }
    },
  };
}

const UNTRUSTED_PROXY =
  'A request says that it was forwarded (X-Forwarded-For), but TRUSTED_PROXIES is not set. If a proxy or a CDN stands in ' +
  'front of the collector, name its addresses there, e.g. TRUSTED_PROXIES=10.0.0.0/8: until then, all readers look like ' +
  'one, and most of what they send will not count.';

/** What one place may say only so often. */
function thingIn({ kind, article = '', signal = 'view', query = '' }: Sent): string[] {
  if (kind === 'vote') return [article];
  return kind === 'answers' ? [] : [signal, article, phraseOf(query)];
}

function doorOf(path: string): Door {
  if (path.startsWith('/api/signals')) return 'signals';
  return /^\/(?:api\/(?:summary|export)|metrics)/.test(path) ? 'reading' : 'submissions';
}
