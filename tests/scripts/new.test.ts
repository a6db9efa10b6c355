import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ARTICLE_TYPES } from '../../src/core/article.ts';
import { findMistakes } from '../../src/core/checks/index.ts';
import { readContent } from '../../src/readers/content-folder.ts';
import { contentFolder } from '../content-folder.ts';
import { runScript } from './run-script.ts';

const CONTENT = {
  'site.yaml': 'title: { en: Help, de: Hilfe }\nurl: https://help.example.com\nlocales: [en, de]\n',
  'de/abrechnung/index.md': '---\ntitle: Abrechnung\ndescription: Geld.\nid: billing\n---\n',
};

test('new writes an article with its front matter filled in, and says what to do next', async () => {
  const dir = await contentFolder(CONTENT);
  const options = [
    '--locale',
    'de',
    '--category',
    'abrechnung',
    '--owner',
    'kasse',
    '--content',
    dir,
    '--today',
    '2026-03-01',
  ];
  const { code, stdout } = await runScript('new', 'how-to', 'Konto: "schließen"', ...options);
  const file = path.join(dir, 'de/abrechnung/konto-schliessen.md');
  expect({ code, first: stdout.split('\n')[0] }).toEqual({ code: 0, first: file });
  expect(stdout).toContain(`npm run check -- --content ${dir}`);
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(/^title: 'Konto: "schließen"'$/m);
  expect(text).toMatch(/^type: how-to$/m);
  expect(text).toMatch(/^owner: kasse$/m);
  expect(text).toMatch(/^reviewed: 2026-03-01$/m);
  expect(text).toContain('## So geht es');
});

test.each(['en', 'de'].flatMap((locale) => ARTICLE_TYPES.map((type) => [type, locale] as const)))(
  'a new %s in %s lacks nothing but its description, and is not published',
  async (type, locale) => {
    const dir = await contentFolder(CONTENT);
    const category = locale === 'de' ? 'abrechnung' : 'billing';
    await runScript('new', type, 'Title', '--locale', locale, '--category', category, '--content', dir);
    const file = `${locale}/${category}/title.md`;
    const mistakes = findMistakes(await readContent(dir), '2100-01-01').filter((one) => one.file === file);
    expect(mistakes.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '4 `description` must not be empty.',
    ]);

    const text = await readFile(path.join(dir, file), 'utf8');
    await writeFile(path.join(dir, file), text.replace('description: ""', 'description: Now it has one.'));
    const { articles, findings } = await readContent(dir);
    expect(findings).toEqual([]);
    expect(articles.find((one) => one.path === file)?.frontmatter).toMatchObject({
      title: 'Title',
      type,
      draft: true,
    });
  },
);

test('without --locale, the article is in the first language of the site', async () => {
  const dir = await contentFolder(CONTENT);
  await runScript('new', 'faq', 'Why?', '--category', 'billing', '--content', dir);
  expect(existsSync(path.join(dir, 'en/billing/why.md'))).toBe(true);
});

test.each(['why.md', 'why.mdx'])('an article that is there as %s is never replaced', async (name) => {
  const dir = await contentFolder({ ...CONTENT, [`en/billing/${name}`]: 'mine' });
  const { code, stderr } = await runScript('new', 'faq', 'Why?', '--category', 'billing', '--content', dir);
  expect(code).toBe(3);
  expect(stderr).toContain(`There is already an article at ${path.join(dir, 'en/billing', name)}.`);
  expect(await readFile(path.join(dir, 'en/billing', name), 'utf8')).toBe('mine');
});

test.each([
  [['faq', 'Why?', '--category', 'biling'], 3, 'Did you mean billing?'],
  [['faq', 'Why?', '--category', 'billing', '--locale', 'fr'], 3, '`fr` is not a language of the site.'],
  [['faq', ' ', '--category', 'billing'], 3, 'The title must not be empty.'],
  [
    ['poem', 'Why?', '--category', 'billing'],
    2,
    'Allowed choices are faq, how-to, troubleshooting, reference.',
  ],
  [['faq', 'Why?'], 2, "required option '--category <folder>' not specified"],
])('new %j ends with %i', async (args, code, message) => {
  const result = await runScript('new', ...args, '--content', await contentFolder(CONTENT));
  expect(result.code).toBe(code);
  expect(result.stderr).toContain(message);
});
