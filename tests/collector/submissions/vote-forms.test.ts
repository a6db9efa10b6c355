import { expect, test } from 'vitest';
import { readTexts } from '../../../src/readers/texts.ts';
import { uuid } from '../../stores/submissions.ts';
import { openHelpCentre, stored } from '../help-centre.ts';
import { formsOf, headingOf, linksOf } from '../html-page.ts';

const german = readTexts('de');
const english = readTexts('en');

/** What the form on an article's page sends. */
function voteFields(helpful: string, more: [string, string][] = []): [string, string][] {
  return [
    ['article', 'billing/refund'],
    ['locale', 'de'],
    ['revision', '0123456789ab'],
    ['level', ''],
    ['helpful', helpful],
    ...more,
  ];
}

async function voteByForm(
  helpful: 'true' | 'false',
  options: Parameters<typeof openHelpCentre>[0] = {},
  more: [string, string][] = [],
) {
  const centre = await openHelpCentre({ newId: () => uuid(7), ...options });
  const response = await centre.form('/api/votes', voteFields(helpful, more));
  const page = await response.text();
  return { centre, response, page, forms: formsOf(page, '/api/votes') };
}

test('a plain form casts a vote, gets an id and is answered with a page in its language', async () => {
  const { centre, response, page, forms } = await voteByForm('false');
  expect(response.status).toBe(201);
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
  expect(page).toContain('<html lang="de">');
  expect(headingOf(page)).toBe(german['collector.vote.no.title']);
  expect(page).toContain(german['collector.vote.stored']);
  expect(linksOf(page)).toEqual(['/de/']);
  expect(forms.map(({ button }) => button)).toEqual([
    german['vote.send'],
    german['collector.vote.to-yes'],
    german['vote.withdraw'],
  ]);
  expect(await stored(centre)).toMatchObject([
    { id: uuid(7), article: 'billing/refund', locale: 'de', helpful: false },
  ]);
});

test('the page after "no" takes a reason and a comment, and the next one withdraws', async () => {
  const { centre, forms } = await voteByForm('false');
  const [why] = forms;
  for (const reason of ['outdated', 'incomplete', 'unclear', 'wrong', 'not-what-i-looked-for', 'other']) {
    expect(why?.html).toContain(
      `<input type="radio" name="reason" value="${reason}"> ${german[`reason.${reason}`]}`,
    );
  }
  const noted = await centre.form(why?.action ?? '', [
    ...(why?.fields ?? []),
    ['reason', 'unclear'],
    ['comment', 'Zeile eins\r\nZeile zwei'],
  ]);
  expect(noted.status).toBe(200);
  const page = await noted.text();
  expect(headingOf(page)).toBe(german['collector.vote.noted.title']);
  expect(await stored(centre)).toMatchObject([{ reason: 'unclear', comment: 'Zeile eins\nZeile zwei' }]);

  const [withdraw] = formsOf(page, why?.action ?? '');
  const gone = await centre.form(withdraw?.action ?? '', withdraw?.fields ?? []);
  expect(gone.status).toBe(200);
  expect(headingOf(await gone.text())).toBe(german['collector.vote.withdrawn.title']);
  expect(await stored(centre)).toEqual([]);
});

test('a vote changed on the page counts once, and can be changed back', async () => {
  const { centre, forms } = await voteByForm('true');
  const change = forms.find(({ button }) => button === german['collector.vote.to-no']);
  const changed = await centre.form(change?.action ?? '', change?.fields ?? []);
  const page = await changed.text();
  expect(headingOf(page)).toBe(german['collector.vote.no.title']);
  expect(await stored(centre)).toMatchObject([{ id: uuid(7), helpful: false }]);

  const back = formsOf(page, change?.action ?? '').find(
    ({ button }) => button === german['collector.vote.to-yes'],
  );
  await centre.form(back?.action ?? '', back?.fields ?? []);
  expect(await stored(centre)).toMatchObject([{ id: uuid(7), helpful: true }]);
});

test('after "yes" no reasons are offered, but a comment is', async () => {
  const { page, forms } = await voteByForm('true');
  expect(page).not.toContain('type="radio"');
  expect(forms[0]?.html).toContain('<textarea id="comment" name="comment"');
});

test('a form with an id of its own that is sent twice counts once', async () => {
  const { centre, forms } = await voteByForm('true', {}, [['id', uuid(9)]]);
  const again = await centre.form('/api/votes', voteFields('true', [['id', uuid(9)]]));
  expect(again.status).toBe(201);
  expect(formsOf(await again.text(), '/api/votes')).toEqual(forms);
  expect(await stored(centre)).toMatchObject([{ id: uuid(9) }]);
});

test('the page leads back to the article, if there is one', async () => {
  const articleUrl = (article: string, locale: string) =>
    article === 'billing/refund' ? `/${locale}/abrechnung/erstattung/` : undefined;
  const { centre, page, forms } = await voteByForm('false', { articleUrl });
  expect(linksOf(page)).toEqual(['/de/abrechnung/erstattung/', '/de/']);
  const withdraw = forms.at(-1);
  const gone = await centre.form(withdraw?.action ?? '', withdraw?.fields ?? []);
  expect(linksOf(await gone.text())).toEqual(['/de/abrechnung/erstattung/', '/de/']);
});

test('a form that says nothing is told so, in its language, and comes back to be filled in', async () => {
  const { centre, forms } = await voteByForm('false');
  const [why] = forms;
  const response = await centre.form(why?.action ?? '', [...(why?.fields ?? []), ['comment', '  ']]);
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(headingOf(page)).toBe(german['collector.error.nothing-said.title']);
  const [again] = formsOf(page, why?.action ?? '');
  const noted = await centre.form(again?.action ?? '', [...(again?.fields ?? []), ['reason', 'wrong']]);
  expect(noted.status).toBe(200);
});

test('a forged receipt gets a page that says the vote cannot be found', async () => {
  const { centre, forms } = await voteByForm('false');
  const fields = forms
    .at(-1)
    ?.fields.map(([name, value]): [string, string] => [
      name,
      name === 'receipt' ? value.split('').reverse().join('') : value,
    ]);
  const response = await centre.form(forms.at(-1)?.action ?? '', fields ?? []);
  expect(response.status).toBe(404);
  expect(headingOf(await response.text())).toBe(german['collector.error.gone.title']);
  expect(await stored(centre)).toHaveLength(1);
});

test('a form without a method, or with a strange one, is refused', async () => {
  const { centre, forms } = await voteByForm('false');
  const { action = '', fields = [] } = forms.at(-1) ?? {};
  for (const method of [undefined, 'PUT']) {
    const others = fields.filter(([name]) => name !== '_method');
    const response = await centre.form(action, method ? [...others, ['_method', method]] : others);
    expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, PATCH, DELETE']);
  }
  expect(await stored(centre)).toHaveLength(1);
});

test('a broken form gets a page and stores nothing', async () => {
  const centre = await openHelpCentre();
  const response = await centre.form('/api/votes', [
    ['locale', 'de'],
    ['helpful', 'maybe'],
  ]);
  expect(response.status).toBe(400);
  expect(headingOf(await response.text())).toBe(german['collector.error.invalid.title']);
  expect(await stored(centre)).toEqual([]);
});

test.for([
  ['its own language', 'de', 'en', german],
  ['the language of the browser when the form names none that the site has', 'fr', 'de-AT, en;q=0.8', german],
  ['the first language of the site when the browser asks for none that it has', 'xx', 'fr', english],
] as const)('a page answers in %s', async ([, locale, accepted, texts]) => {
  const centre = await openHelpCentre();
  const fields = voteFields('true').map(([name, value]): [string, string] => [
    name,
    name === 'locale' ? locale : value,
  ]);
  const response = await centre.form('/api/votes', fields, { 'Accept-Language': accepted });
  expect(headingOf(await response.text())).toBe(texts['collector.vote.yes.title']);
});

test('nothing that a reader sends becomes markup', async () => {
  const centre = await openHelpCentre({
    newId: () => uuid(7),
    articleUrl: (article) => `/de/?${article}`,
  });
  const evil = '"><script>alert(1)</script>';
  const vote = await centre.form('/api/votes', voteFields('false'));
  const { action = '', fields = [] } = formsOf(await vote.text(), '/api/votes')[0] ?? {};
  const pages = [
    await centre.form('/api/votes', [
      ['locale', evil],
      ['article', evil],
      ['helpful', evil],
    ]),
    await centre.form(action, [
      ...fields.filter(([name]) => name !== 'article'),
      ['article', evil],
      ['comment', evil],
    ]),
    await centre.form(`/api/votes/${encodeURIComponent(evil)}`, [...fields, ['comment', evil]]),
    await centre.form('/api/answers', [
      ['locale', 'de'],
      ['article', evil],
      [`answers.${evil}`, evil],
    ]),
  ];
  for (const response of pages) {
    const page = await response.text();
    expect(page).not.toContain('<script');
    expect(page).toContain('<h1>');
  }
  expect(pages.map(({ status }) => status)).toEqual([400, 200, 404, 400]);
});

test('the page stands in the frame of the site, whatever it says', async () => {
  const asked: string[] = [];
  const { page } = await voteByForm('false', {
    frame: async (locale) => {
      asked.push(locale);
      return '<html><title>kundig:title – Hilfe</title><main><!--kundig:page--></main>';
    },
    texts: (locale) => ({ ...readTexts(locale), 'collector.vote.no.title': "A & $& $' $1" }),
  });
  expect(asked).toEqual(['de']);
  expect(page).toMatch(/^<html><title>A &amp; \$&amp; \$&#39; \$1 – Hilfe<\/title><main><h1>A &amp; /);
  expect(page).toMatch(/<\/main>$/);
  expect(page).not.toContain('kundig:');
});

test('without a usable frame the page stands on its own', async () => {
  const { page } = await voteByForm('true', { frame: async () => '<html>not a frame' });
  expect(page).toMatch(/^<!doctype html>\n<html lang="de">/);
});
