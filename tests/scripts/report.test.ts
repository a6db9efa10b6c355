import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/stores/open.ts';
import { articleText, contentFolder } from '../content-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SITE = `title: { de: Hilfe, en: Help }
url: https://help.example.com/support
locales: [de, en]
`;
const SURVEY = `title: { de: Umfrage, en: Survey }
introduction: { de: Kurz., en: Short. }
thanks: { de: Danke., en: Thanks. }
levels:
  accuracy: { title: { de: Genauigkeit, en: Accuracy }, description: { de: Richtig?, en: 'Right?' } }
  availability: { title: { de: Verfügbarkeit, en: Availability }, description: { de: Da?, en: 'There?' } }
  partnership: { title: { de: Partnerschaft, en: Partnership }, description: { de: Gemeinsam?, en: 'Together?' } }
  expertise: { title: { de: Expertise, en: Expertise }, description: { de: Gelernt?, en: 'Learned?' } }
questions:
  - id: right
    kind: scale
    level: accuracy
    text: { de: Stimmte es?, en: Was it right? }
    ends: { low: { de: nie, en: never }, high: { de: immer, en: always } }
  - id: recommend
    kind: nps
    text: { de: Empfehlen Sie uns?, en: Would you recommend us? }
    ends: { low: { de: nein, en: 'no' }, high: { de: ja, en: 'yes' } }
`;

/** A help centre with one article in English, and a database to be. */
async function aHelpCentre(): Promise<{ dir: string; database: string; output: string }> {
  const dir = await contentFolder({
    'site.yaml': SITE,
    'survey.yaml': SURVEY,
    'en/billing/refund.md': articleText(),
  });
  return { dir, database: path.join(dir, 'feedback.db'), output: path.join(dir, 'made', 'report.html') };
}

interface Outcome {
  code: number;
  out: string;
  err: string;
}

function report(...args: string[]): Promise<Outcome> {
  return reportIn(ROOT, ...args);
}

/** Runs the command in a folder. */
function reportIn(cwd: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const given = [path.join(ROOT, 'scripts/report.ts'), '--today', '2026-03-31', ...args];
    execFile(process.execPath, given, { cwd }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

test('what readers sent comes out as a page, and the headlines on the terminal', async () => {
  const { dir, database, output } = await aHelpCentre();
  const store = await openStore(database);
  const day = new Date('2026-03-20T10:00:00Z');
  for (let reader = 0; reader < 20; reader += 1) {
    const vote = { id: randomUUID(), article: 'billing/refund', locale: 'en', revision: '0123456789ab' };
    await store.addVote({ ...vote, helpful: reader >= 15 }, day);
    if (reader < 6) await store.changeVote(vote.id, { reason: 'wrong', comment: `Remark ${reader}` }, day);
    const answers = { right: reader < 18 ? 5 : 1, recommend: reader < 10 ? 9 : 0 };
    await store.addAnswers({ id: randomUUID(), locale: 'en', answers }, day);
  }
  const contact = { id: randomUUID(), locale: 'en', kind: 'contact', article: 'billing/refund' } as const;
  await store.addSignals([contact], day);
  await store.addVote(
    { id: randomUUID(), article: 'billing/refund', locale: 'en', revision: '0123456789ab', helpful: true },
    new Date('2026-04-01T00:00:00Z'), // after the period
  );
  await store.close();

  const { code, out, err } = await report('--content', dir, '--database', database, '--output', output);
  expect(err).toBe('');
  expect(out).toBe(
    `Wrote ${output}: 2025-04-01 to 2026-03-31.\n` +
      '25% of 20 votes say that the answer helped (11 to 47%)\n' +
      '0 Net Promoter Score of 20 answers, too few for a range\n' +
      '20 people filled in the survey\n' +
      '1 time a reader looked for a person; 0 solved by an article on the way\n' +
      'Every level that you ask about holds: customers get what they expect of you.\n',
  );
  expect(code).toBe(0);

  const page = await readFile(output, 'utf8');
  expect(page).toContain('<html lang="de">'); // the site's first language
  expect(page).toContain(
    '<a href="https://help.example.com/support/en/billing/refund/" lang="en">Get a refund</a>',
  );
  expect(page).toContain('Remark 5');
  expect(page).toContain('Falsch');

  const english = await report(
    '--content',
    dir,
    '--database',
    database,
    '--output',
    output,
    '--locale',
    'en',
  );
  expect(english.code).toBe(0);
  expect(await readFile(output, 'utf8')).toContain('<html lang="en">');
});

test('the figures alone come out as JSON, with nothing else on the way to another program', async () => {
  const { dir, database } = await aHelpCentre();
  await (await openStore(database)).close();
  const given = ['--content', dir, '--database', database, '--format', 'json', '--output', '-'];
  const { code, out, err } = await report(...given, '--from', '2026-01-01', '--to', '2026-01-31');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    version: 2,
    period: { from: '2026-01-01', to: '2026-01-31' },
    before: { from: '2025-12-01', to: '2025-12-31' },
    votes: { total: 0 },
    survey: { sheets: 0 },
  });
  expect(err).toMatch(/^Reported 2026-01-01 to 2026-01-31\.\nNothing has come in yet\./);
});

test('a database, and what its collector exported, give the same figures', async () => {
  const { dir, database } = await aHelpCentre();
  const exported = path.join(dir, 'feedback.jsonl');
  const store = await openStore(database);
  const at = new Date('2026-03-20T10:00:00.000Z');
  const vote = { id: randomUUID(), article: 'billing/refund', locale: 'en', revision: '0123456789ab' };
  await store.addVote({ ...vote, helpful: true }, at);
  await store.close();
  const line = { type: 'vote', ...vote, helpful: true, received: at, changed: at };
  await writeFile(exported, `${JSON.stringify(line)}\n`);
  const given = ['--content', dir, '--format', 'json', '--output', '-'];
  const [ofStore, ofExport] = await Promise.all([
    report(...given, '--feedback', database),
    report(...given, '--feedback', exported),
  ]);
  expect(JSON.parse(ofStore.out)).toMatchObject({ votes: { total: 1 } });
  expect(ofExport).toEqual(ofStore);
});

test('each format has a file of its own unless told otherwise', async () => {
  const { dir, database } = await aHelpCentre();
  await (await openStore(database)).close();
  const begins = { csv: '\ufeffpart,group_kind,', markdown: '# Was Leser uns sagen' };
  for (const [format, begin] of Object.entries(begins)) {
    const file = path.join(dir, format === 'csv' ? 'report.csv' : 'report.md');
    const given = ['--content', '.', '--feedback', database, '--format', format];
    const { code, out } = await reportIn(dir, ...given);
    expect({ code, said: out.split('\n')[0] }).toEqual({
      code: 0,
      said: `Wrote ${path.basename(file)}: 2025-04-01 to 2026-03-31.`,
    });
    expect(await readFile(file, 'utf8')).toMatch(new RegExp(`^${begin}`));
  }
});

test('an empty database gives a whole page that says so', async () => {
  const { dir, database, output } = await aHelpCentre();
  await (await openStore(database)).close();
  expect((await report('--content', dir, '--database', database, '--output', output)).code).toBe(0);
  expect(await readFile(output, 'utf8')).toContain('Noch keine Stimmen.');
});

test('a database that does not exist is not made; the command says how votes get in', async () => {
  const { dir, database, output } = await aHelpCentre();
  const { code, out, err } = await report('--content', dir, '--database', database, '--output', output);
  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toContain(`There is no feedback to report on: ${database} does not exist.`);
  expect(err).toContain('npm start');
  expect([existsSync(database), existsSync(output)]).toEqual([false, false]);
});

test('a help centre without settings is sent to npm run check', async () => {
  const dir = await contentFolder({ 'site.yaml': 'title: 3\n' });
  const { code, err } = await report('--content', dir);
  expect(code).toBe(3);
  expect(err).toContain('npm run check');
});

test('a broken survey is said to be broken: its part of the report would be missed otherwise', async () => {
  const { dir, database, output } = await aHelpCentre();
  await (await openStore(database)).close();
  await writeFile(path.join(dir, 'survey.yaml'), 'title: 3\n');
  const { code, err } = await report('--content', dir, '--database', database, '--output', output);
  expect(code).toBe(0);
  expect(err).toMatch(/^Not all could be read \(\d+ mistakes\): npm run check says where\.\n$/);
});

test('a place that cannot be written to is named', async () => {
  const { dir, database } = await aHelpCentre();
  await (await openStore(database)).close();
  await writeFile(path.join(dir, 'file'), '');
  const output = path.join(dir, 'file', 'report.html');
  const { code, err } = await report('--content', dir, '--database', database, '--output', output);
  expect(code).toBe(3);
  expect(err).toContain(`The report cannot be written to ${output}`);
});

test.each([
  [['--from', '2026-02-30'], /--from <day>.*2026-02-30/],
  [['--from', '2026-03-02', '--to', '2026-03-01'], /--from 2026-03-02 lies after --to 2026-03-01/],
  [['--locale', 'no language'], /--locale/],
  [['--locale', 'fr'], /languages with a file in src\/locales, e\.g\. de or en/],
  [['--format', 'pie'], /--format/],
  [['--digest', '--from', '2026-03-01'], /'--digest' cannot be used with option '--from <day>'/],
  [['--digest', '--format', 'csv'], /a digest is for people to read: --format markdown or html/],
])('%j is used wrongly', async (args, message) => {
  const { code, err } = await report(...args);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});
