import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { buildSite } from '../../src/site/build.ts';
import { articleText, contentFolder, writeContent } from '../content-folder.ts';

/** One red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const SITE = `title: { de: Hilfe, en: Help }
url: https://example.com/help
locales: [de, en]
contact:
  - { kind: email, value: help@example.com, label: { de: E-Mail, en: E-mail } }
banner: { text: { de: Wartung am Abend, en: Maintenance tonight }, kind: warning }
`;

const MDX = `Choose your device.

<Tabs>
<Tab label="iPhone">

Tap **Share**.

</Tab>
<Tab label="Android">

Tap the menu.

</Tab>
</Tabs>

<Steps>

1. Open it.
2. [Close it](refund.md#deadline).

</Steps>

<Callout kind="warning">

Mind the deadline.

</Callout>

<Details summary="What if it is late?">

Write to us.

</Details>

<Figure src="images/form.png" alt="The form" caption="The form" />
`;

const MARKDOWN = `> [!TIP]
> Keep the *receipt*.

## Deadline

| A | B |
|---|---|
| 1 | 2 |

![The form](images/form.png)

\`\`\`unknown-language
<script>alert(1)</script>
\`\`\`

\`\`\`json
{ "a": 1 }
\`\`\`

<p>In HTML: <a href="steps.mdx#x">steps</a> <a href="JavaScript:alert(1)">code</a> <img src="images/form.png" alt="HTML form"></p>

Ask [the search](/en/search/?q=refund&level=beginner#content), or go [back](javascript:history.back()).

See [the steps](steps.mdx) and [the other language](../../de/abrechnung/erstattung.md).
`;

let folder: string;
let dist: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-site-'));
  dist = path.join(folder, 'dist');
  const content = path.join(folder, 'content');
  await writeContent(content, {
    'site.yaml': SITE,
    'en/billing/refund.md': articleText(
      'id: billing/refund\nreviewed: 2026-03-01\nredirectFrom: [/en/billing/money-back, /en/old.html, /, /sitemap.xml, /en/billing/]\n',
      MARKDOWN,
    ),
    'en/billing/steps.mdx': articleText('', MDX).replace('Get a refund', 'Return a thing'),
    'en/billing/draft.md': articleText('draft: true\n'),
    'en/billing/later.md': articleText('publishAt: 2999-01-01\n'),
    'en/billing/over.md': articleText('expiresAt: 2020-01-01\n'),
    'en/billing/images/form.png': PIXEL,
    'de/abrechnung/index.md': '---\ntitle: Abrechnung\ndescription: Rechnungen.\nid: billing\n---\n',
    'de/abrechnung/erstattung.md': articleText(
      'id: billing/refund\n',
      '> [!WARNING]\n> Frist beachten.\n',
    ).replace('Get a refund', 'Geld zurück'),
  });
  await buildSite({ contentDir: content, outDir: dist });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');

test('only published articles become pages', () => {
  const pages = readdirSync(path.join(dist, 'en/billing'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  expect(pages).toEqual(['images', 'money-back', 'refund', 'steps']);
});

test('the build says beside the pages which texts they are, and of no others', () => {
  const revisionOn = (page: string) => /data-revision="([0-9a-f]{12})"/.exec(read(page))?.[1];
  expect(JSON.parse(read('articles.json'))).toEqual({
    version: 1,
    articles: {
      'billing/refund': {
        de: revisionOn('de/abrechnung/erstattung/index.html'),
        en: revisionOn('en/billing/refund/index.html'),
      },
      'billing/steps': { en: revisionOn('en/billing/steps/index.html') },
    },
  });
});

test('an article carries its id, language and revision, and a form for votes that works without script', () => {
  const page = read('en/billing/refund/index.html');
  const [, revision] =
    /<article data-article="billing\/refund" data-locale="en" data-revision="([0-9a-f]{12})">/.exec(page) ??
    [];
  expect(revision).toBeDefined();
  expect(page).toContain('<form class="vote-form" method="post" action="/api/votes">');
  expect(page).toContain(`<input type="hidden" name="revision" value="${revision}">`);
});

test('links between files become links between pages, below the base of the site', () => {
  const page = read('en/billing/refund/index.html');
  expect(page).toContain('<a href="/help/en/billing/steps/">the steps</a>');
  expect(page).toContain('<a href="/help/de/abrechnung/erstattung/">the other language</a>');
  expect(read('en/billing/steps/index.html')).toContain('href="/help/en/billing/refund/#deadline"');
});

test('links and pictures in raw HTML are those of Markdown', () => {
  const page = read('en/billing/refund/index.html');
  expect(page).toContain('<a href="/help/en/billing/steps/#x">steps</a>');
  expect(page).toContain('<img src="/help/en/billing/images/form.png" alt="HTML form" width="1" height="1"');
});

test('an address keeps what it asks for, and code is no address', () => {
  const page = read('en/billing/refund/index.html');
  expect(page).toContain('<a href="/help/en/search/?q=refund&amp;level=beginner#content">the search</a>');
  expect(page).toContain('<a>back</a>');
  expect(page).not.toMatch(/javascript:/i);
});

test('pictures are published with their size', () => {
  const image = /<img [^>]*form\.png[^>]*>/;
  expect(image.exec(read('en/billing/refund/index.html'))?.[0]).toBe(
    '<img src="/help/en/billing/images/form.png" alt="The form" width="1" height="1" loading="lazy" decoding="async">',
  );
  expect(image.exec(read('en/billing/steps/index.html'))?.[0]).toContain('width="1" height="1"');
  expect(readFileSync(path.join(dist, 'en/billing/images/form.png'))).toEqual(PIXEL);
});

test('callouts are named in the language of the article, in Markdown and MDX', () => {
  expect(read('en/billing/refund/index.html')).toMatch(
    /<aside class="callout callout-tip" aria-label="Tip"><p class="callout-title">Tip<\/p><p>Keep the <em>receipt<\/em>/,
  );
  expect(read('de/abrechnung/erstattung/index.html')).toContain('aria-label="Achtung"');
  expect(read('en/billing/steps/index.html')).toMatch(/callout-warning" aria-label="Warning"/);
});

test('code is text, whatever its language', () => {
  const page = read('en/billing/refund/index.html');
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('<span class="hljs-attr">"a"</span>');
});

test('the components of MDX are there without an import', () => {
  const page = read('en/billing/steps/index.html');
  for (const part of [
    'data-tab="iPhone"',
    'class="steps"',
    '<summary>What if it is late?</summary>',
    '<figcaption>The form',
  ]) {
    expect(page).toContain(part);
  }
});

test('each page names its other languages, and the ones it lacks it does not name', () => {
  expect(read('en/billing/refund/index.html')).toContain(
    '<link rel="alternate" hreflang="de" href="https://example.com/help/de/abrechnung/erstattung/">',
  );
  expect(read('en/billing/steps/index.html')).not.toContain(
    'hreflang="de" href="https://example.com/help/de/abrechnung/',
  );
  expect(read('en/billing/index.html')).toContain('href="/help/de/abrechnung/" hreflang="de"');
});

test('earlier addresses lead to the article on any host', () => {
  expect(JSON.parse(read('redirects.json'))).toEqual({
    '/en/billing/money-back/': '/en/billing/refund/',
    '/en/old.html/': '/en/billing/refund/',
  });
  expect(read('en/billing/money-back/index.html')).toContain('url=/help/en/billing/refund/');
  expect(read('en/billing/money-back/index.html')).toContain('<meta name="referrer" content="no-referrer">');
  expect(read('en/old.html')).toContain('url=/help/en/billing/refund/');
  expect(read('_redirects')).toContain('/help/en/billing/money-back/ /help/en/billing/refund/ 301');
});

test('an earlier address never takes the place of a page', () => {
  expect(read('index.html')).not.toContain('http-equiv="refresh"');
  expect(read('sitemap.xml')).toContain('<urlset');
  expect(read('en/billing/index.html')).toContain('Get a refund');
});

test('sitemap, feed and robots name the published pages with their whole address', () => {
  const sitemap = read('sitemap.xml');
  expect(sitemap).toContain('<loc>https://example.com/help/en/billing/refund/</loc>');
  expect(sitemap).toContain('hreflang="de" href="https://example.com/help/de/abrechnung/erstattung/"');
  expect(sitemap).not.toMatch(/draft|later|over/);
  expect(read('en/feed.xml')).toContain('<link>https://example.com/help/en/billing/refund/</link>');
  expect(read('robots.txt')).toContain('Sitemap: https://example.com/help/sitemap.xml');
});

test('there is a page for addresses that do not exist, in each language, with a search', () => {
  for (const file of ['404.html', 'de/404/index.html', 'en/404/index.html']) {
    expect(read(file)).toMatch(/role="search"/);
  }
});

test('the banner stands on every page in its language', () => {
  expect(read('de/index.html')).toContain('Wartung am Abend');
  expect(read('en/billing/refund/index.html')).toContain('Maintenance tonight');
});

test('without questions no page leads to the survey', () => {
  expect(read('en/index.html')).not.toContain('/survey/');
  expect(read('en/survey/index.html')).toContain('There is no survey at the moment.');
});

test('every language has an index of its own', () => {
  expect(existsSync(path.join(dist, 'search/de/index.gz'))).toBe(true);
  expect(existsSync(path.join(dist, 'search/en/index.gz'))).toBe(true);
});

test('an article page ships no framework and next to no script', () => {
  const page = read('en/billing/refund/index.html');
  const scripts = [...page.matchAll(/<script[^>]*src="\/help\/([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(scripts.length).toBeGreaterThan(0);
  const bytes = scripts.reduce((sum, file) => sum + readFileSync(path.join(dist, file)).length, 0);
  expect(bytes).toBeLessThan(8_000);
  expect(page).not.toMatch(/<script(?![^>]*src=)[^>]*>/);
});

test('a folder with mistakes that would lose pages is not built, and all of them are said', async () => {
  const content = await contentFolder({
    'en/billing/refund.md': articleText('onwer: x\n'),
    'en/billing/cancel.md': 'no frontmatter\n',
  });
  const failure = await buildSite({ contentDir: content, outDir: path.join(folder, 'never') }).catch(
    (error) => error,
  );
  expect(failure).toBeInstanceOf(UserError);
  expect(failure.message).toBe(
    'en/billing/cancel.md:1  The file has no frontmatter. Begin it with the lines `---`, `title: …`, `description: …`, `type: faq`, `---`.\n' +
      'en/billing/refund.md:5  `onwer` is not a known key. Did you mean `owner`?',
  );
  expect(existsSync(path.join(folder, 'never'))).toBe(false);
});
