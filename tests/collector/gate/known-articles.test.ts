import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import {
  createKnownArticles,
  type KnownArticles,
  type Named,
  openKnownArticles,
} from '../../../src/collector/gate/known-articles.ts';
import { type Manifest, manifestOf, type PublishedText } from '../../../src/core/manifest.ts';
import { openStore } from '../../../src/stores/open.ts';
import { answers, help, open, search, uuid, view, vote } from '../../stores/submissions.ts';
import { openHelpCentre, problemOf, stored } from '../help-centre.ts';
import { headingOf } from '../html-page.ts';

const refund = { article: 'billing/refund', locale: 'de', revision: '0123456789ab' };
const imprint = { article: 'imprint', locale: 'en', revision: 'a00000000000' };
const now = () => new Date('2026-03-01T10:00:00Z');

function published(...texts: PublishedText[]): Manifest {
  return manifestOf(texts.map(({ article, ...rest }) => ({ id: article, ...rest })));
}

/** Articles of a site that can be built anew, and how often somebody looked. */
function aSite(...texts: PublishedText[]) {
  const site = {
    manifest: published(...texts),
    looks: 0,
    read: async () => {
      site.looks += 1;
      return site.manifest;
    },
  };
  return site;
}

async function unknownOf(known: KnownArticles, named: Named): Promise<keyof Named | undefined> {
  const [part] = await known.unknownParts([named]);
  return part;
}

const about = { now, locales: ['en', 'de'], pause: 0 };

test.for<[string, Named, keyof Named | undefined]>([
  ['a published text', refund, undefined],
  ['an article that nobody wrote', { ...refund, article: 'billing/gone' }, 'article'],
  ['a language into which nobody translated it', { ...refund, locale: 'en' }, 'locale'],
  ['a wording that it never had', { ...refund, revision: 'ffffffffffff' }, 'revision'],
  ['the wording of another article', { ...refund, revision: imprint.revision }, 'revision'],
  ['a published article, whatever its wording', { article: 'imprint', locale: 'en' }, undefined],
  ['an article that a page in another language leads to', { article: 'imprint', locale: 'de' }, undefined],
  ['an article that nobody wrote, whatever its wording', { article: 'gone', locale: 'de' }, 'article'],
  ['an article in a language that the site does not have', { article: 'imprint', locale: 'fr' }, 'locale'],
  ['no article', { locale: 'de' }, undefined],
  ['no article in a language that the site does not have', { locale: 'fr' }, 'locale'],
  ['what every object has', { article: 'constructor', locale: '__proto__', revision: 'toString' }, 'article'],
])('%s: what is unknown of it is told', async ([, named, part]) => {
  const known = createKnownArticles({ ...about, read: aSite(refund, imprint).read });
  expect(await unknownOf(known, named)).toBe(part);
});

test('a new build is known without a restart, and the one before it stays known', async () => {
  const site = aSite(refund);
  const known = createKnownArticles({ ...about, read: site.read });
  expect(await unknownOf(known, refund)).toBeUndefined();
  const next = { ...refund, revision: 'b00000000000' };
  site.manifest = published(next);
  expect(await unknownOf(known, next)).toBeUndefined();
  expect(await unknownOf(known, refund)).toBeUndefined();
  expect(site.looks).toBe(2);
});

test('what is known needs no look, and what is unknown needs one for all who ask before it begins', async () => {
  const site = aSite(refund);
  const known = createKnownArticles({ ...about, read: site.read });
  await known.unknownParts([refund]);
  await Promise.all(Array.from({ length: 100 }, () => known.unknownParts([refund])));
  expect(site.looks).toBe(1);
  const gone = { ...refund, article: 'gone' };
  await Promise.all(Array.from({ length: 100 }, () => known.unknownParts([gone, gone, gone])));
  expect(site.looks).toBe(2);
});

test('who asks while somebody looks is answered from a later look: the first may have missed the new build', async () => {
  const site = aSite(refund);
  let begun = () => {};
  const looking = new Promise<void>((resolve) => {
    begun = resolve;
  });
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const known = createKnownArticles({
    ...about,
    read: async () => {
      const seen = await site.read();
      begun();
      await finished;
      return seen;
    },
  });
  const first = unknownOf(known, imprint);
  await looking;
  site.manifest = published(refund, imprint);
  const second = unknownOf(known, imprint);
  finish();
  expect(await first).toBe('article');
  expect(await second).toBeUndefined();
});

test('a flood of made-up articles is not kept waiting, and who asks for a known one is not held up', async () => {
  const site = aSite(refund);
  const known = createKnownArticles({ ...about, read: site.read });
  await known.unknownParts([refund]);
  const flood = Array.from({ length: 1000 }, (_, number) =>
    unknownOf(known, { ...refund, article: `a${number}` }),
  );
  expect(await unknownOf(known, refund)).toBeUndefined();
  const outcomes = await Promise.allSettled(flood);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(200);
  expect(await unknownOf(known, imprint)).toBe('article');
});

test('what was ever published stays known after a restart, and to every collector on the same database', async () => {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const older = { ...refund, revision: 'b00000000000' };
  await openKnownArticles({ ...about, store, read: aSite(older).read });
  const known = await openKnownArticles({ ...about, store, read: aSite(refund).read });
  expect(await unknownOf(known, older)).toBeUndefined();
  // Another one sees the next build first.
  const newer = { ...refund, revision: 'c00000000000' };
  await openKnownArticles({ ...about, store, read: aSite(newer).read });
  expect(await unknownOf(known, newer)).toBeUndefined();
  expect((await store.published()).map(({ revision }) => revision).sort()).toEqual([
    refund.revision,
    older.revision,
    newer.revision,
  ]);
});

test('what cannot be read stops the start where nothing is known, and is told where something is', async () => {
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const read = async () => {
    throw new Error('the site is down');
  };
  const told: unknown[] = [];
  const options = { ...about, store, read, onFailure: (failure: unknown) => told.push(failure) };
  await expect(openKnownArticles(options)).rejects.toThrow('the site is down');
  await store.addPublished([refund], now());
  const known = await openKnownArticles(options);
  expect(await unknownOf(known, refund)).toBeUndefined();
  expect(told).toHaveLength(1);
  await expect(unknownOf(known, imprint)).rejects.toThrow('the site is down');
  expect(told).toHaveLength(2);
});

const signal = (one: object) => ({ path: '/api/signals', body: [search(7, 'refund', 3), one] });

test.for([
  [
    'a vote on an article that nobody wrote',
    { path: '/api/votes', body: vote(1, { article: 'gone' }) },
    '#/article',
  ],
  [
    'a vote in a language into which nobody translated it',
    { path: '/api/votes', body: vote(1, { locale: 'en' }) },
    '#/locale',
  ],
  [
    'a vote on words that were never there',
    { path: '/api/votes', body: vote(1, { revision: 'b00000000000' }) },
    '#/revision',
  ],
  [
    'a sheet from an article that nobody wrote',
    { path: '/api/answers', body: answers(1, { article: 'gone' }) },
    '#/article',
  ],
  [
    'a sheet in a language that the site does not have',
    { path: '/api/answers', body: answers(1, { locale: 'fr' }) },
    '#/locale',
  ],
  ['a view of an article that nobody wrote', signal(view(1, { article: 'gone' })), '#/1/article'],
  ['a view of words that were never there', signal(view(1, { revision: 'b00000000000' })), '#/1/revision'],
  ['a result that nobody wrote', signal({ ...open(1, 7), article: 'gone' }), '#/1/article'],
  ['a way to a person from nowhere', signal(help(1, 'contact', 'gone')), '#/1/article'],
  ['an answer found nowhere', signal(help(1, 'solved', 'gone')), '#/1/article'],
  ['a search in a language that the site does not have', signal(search(1, 'x', 1, 'fr')), '#/1/locale'],
] as const)('%s is refused, and nothing of the request is stored', async ([, { path, body }, pointer]) => {
  const knownArticles = createKnownArticles({ ...about, read: aSite(refund).read });
  const centre = await openHelpCentre({ knownArticles });
  const response = await centre.json('POST', path, body);
  expect(await problemOf(response)).toMatchObject({ status: 400, errors: [{ pointer }] });
  expect(await stored(centre)).toEqual([]);
  const metrics = await (
    await centre.request('/metrics', { headers: { Authorization: 'Bearer a token of this test' } })
  ).text();
  expect(metrics).toMatch(/kundig_refused_total\{kind="[a-z]+",reason="unknown"\} [12]$/m);
});

test('a form about an article that nobody wrote is answered with a page', async () => {
  const knownArticles = createKnownArticles({ ...about, read: aSite(refund).read });
  const centre = await openHelpCentre({ knownArticles });
  const page = await centre.form('/api/votes', [
    ['id', uuid(1)],
    ['article', 'gone'],
    ['locale', 'de'],
    ['revision', refund.revision],
    ['helpful', 'true'],
  ]);
  expect(page.status).toBe(400);
  const texts = JSON.parse(await readFile('src/locales/de.json', 'utf8'));
  expect(headingOf(await page.text())).toBe(texts['collector.error.unknown.title']);
});

test('nothing is lost while nobody can tell what is published: the sender is asked to try again', async () => {
  const read = async () => {
    throw new Error('the site is down');
  };
  const centre = await openHelpCentre({ knownArticles: createKnownArticles({ ...about, read }) });
  const response = await centre.json('POST', '/api/votes', vote(1));
  expect(await problemOf(response)).toMatchObject({ status: 503 });
  expect(response.headers.get('Retry-After')).not.toBeNull();
});
