import { onTestFinished } from 'vitest';
import { type CollectorOptions, createCollector } from '../../src/collector/collector.ts';
import { type Survey, surveySchema } from '../../src/core/survey/survey.ts';
import { wordingOf } from '../../src/core/survey/survey-wording.ts';
import { readTexts } from '../../src/readers/texts.ts';
import type { FeedbackStore } from '../../src/stores/feedback-store.ts';
import { openStore } from '../../src/stores/open.ts';

const both = (en: string, de: string) => ({ en, de });
const level = (name: string) => ({ title: both(name, name), description: both(name, name) });
const ends = { low: both('no', 'nein'), high: both('yes', 'ja') };

/** One question of each kind; only the first must be answered. */
export const survey: Survey = surveySchema.parse({
  title: both('Survey', 'Umfrage'),
  introduction: both('Two minutes.', 'Zwei Minuten.'),
  thanks: both('We read every answer.', 'Wir lesen jede Antwort.'),
  levels: {
    accuracy: level('accuracy'),
    availability: level('availability'),
    partnership: level('partnership'),
    expertise: level('expertise'),
  },
  questions: [
    { id: 'nps', kind: 'nps', text: both('Recommend us?', 'Empfehlen Sie uns?'), ends, required: true },
    { id: 'right', kind: 'scale', level: 'accuracy', text: both('Right?', 'Richtig?'), ends },
    { id: 'happy', kind: 'csat', text: both('Happy?', 'Zufrieden?'), ends },
    {
      id: 'knows',
      kind: 'one-of',
      text: both('Your level?', 'Ihr Wissen?'),
      options: ['beginner', 'expert'].map((id) => ({ id, text: both(id, id) })),
    },
    {
      id: 'channels',
      kind: 'several-of',
      text: both('Which channels?', 'Welche Kanäle?'),
      options: ['phone', 'mail', 'chat'].map((id) => ({ id, text: both(id, id) })),
    },
    { id: 'more', kind: 'text', text: both('Anything else?', 'Noch etwas?') },
  ],
});

/** How the survey words the questions that were answered, or those with these ids. */
export function wordingsOf(
  answered: Readonly<Record<string, unknown>>,
  { locale = 'de', of = survey }: { locale?: string; of?: Survey } = {},
): Record<string, string> {
  return Object.fromEntries(
    of.questions
      .filter(({ id }) => Object.hasOwn(answered, id))
      .map((question) => [question.id, wordingOf(question, locale, 'en')]),
  );
}

export const TOKEN = 'a token of this test';

export interface HelpCentre {
  app: ReturnType<typeof createCollector>;
  store: FeedbackStore;
  /** Asks as a page of the site does: with its `Origin`, unless told otherwise. */
  request: (path: string, init?: RequestInit) => Promise<Response>;
  json: (method: string, path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
  /** Posts as a browser without script does. */
  form: (path: string, fields: [string, string][], headers?: Record<string, string>) => Promise<Response>;
  /** What went wrong with the store, as the operator sees it. */
  failures: unknown[];
  /** The instant that the collector takes for now. */
  clock: { now: Date };
}

/** A collector on a real store in memory, gone after the test. */
export async function openHelpCentre(options: Partial<CollectorOptions> = {}): Promise<HelpCentre> {
  const store = options.store ?? (await openStore(':memory:'));
  onTestFinished(() => store.close());
  const failures: unknown[] = [];
  const clock = { now: new Date('2026-03-01T10:00:00Z') };
  const app = createCollector({
    store,
    survey,
    locales: ['en', 'de'],
    texts: readTexts,
    token: TOKEN,
    origins: { own: new Set(['http://help.example.com']), others: new Set() },
    now: () => clock.now,
    onFailure: (failure) => failures.push(failure),
    ...options,
  });
  const request: HelpCentre['request'] = async (path, init) => {
    const headers = new Headers({ Origin: 'http://help.example.com' });
    new Headers(init?.headers).forEach((value, name) => void headers.set(name, value));
    return app.request(`http://help.example.com${path}`, { ...init, headers });
  };
  return {
    app,
    store,
    request,
    failures,
    clock,
    json: (method, path, body, headers) =>
      request(path, {
        method,
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...headers },
      }),
    form: (path, fields, headers) =>
      request(path, {
        method: 'POST',
        body: new URLSearchParams(fields).toString(),
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8',
          ...headers,
        },
      }),
  };
}

/** Everything that the store holds, in the order of an export. */
export async function stored({ store }: Pick<HelpCentre, 'store'>): Promise<unknown[]> {
  return Array.fromAsync(store.submissions());
}

/** The problem document of an answer, once it is shown to be one. */
export async function problemOf(response: Response): Promise<{ status: number; errors?: unknown[] }> {
  if (response.headers.get('Content-Type') !== 'application/problem+json') {
    throw new Error(`not a problem document: ${response.status} ${await response.text()}`);
  }
  return response.json();
}

/** The pointers of a problem's errors, e.g. `['#/id']`. */
export async function wrongFields(response: Response): Promise<string[]> {
  const { errors = [] } = await problemOf(response);
  return errors.map((error) => (error as { pointer: string }).pointer);
}
