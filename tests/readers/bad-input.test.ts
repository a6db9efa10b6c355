import { expect, test } from 'vitest';
import { findMistakes } from '../../src/core/checks/index.ts';
import { readContent } from '../../src/readers/content-folder.ts';
import { articleText, contentFolder, SITE } from '../content-folder.ts';

/** Every finding of a folder as `file:line rule message hint`. */
async function mistakes(files: Record<string, string | Uint8Array | undefined>): Promise<string[]> {
  const content = await readContent(await contentFolder(files));
  return findMistakes(content, '2026-11-21').map(
    ({ file, line, severity, rule, message, hint }) =>
      `${file}:${line} ${severity} ${rule}: ${message} ${hint}`,
  );
}

const cases: { name: string; files: Record<string, string | Uint8Array | undefined>; findings: string[] }[] =
  [
    {
      name: 'a folder without mistakes has no findings',
      files: { 'en/billing/refund.md': articleText() },
      findings: [],
    },
    {
      name: 'broken YAML is one finding at its line',
      files: { 'en/billing/refund.md': '---\ntitle: "Get a refund\ntype: faq\n---\n\nText\n' },
      findings: [
        'en/billing/refund.md:3 error frontmatter: The frontmatter is not YAML: Missing closing "quote. Put quotation marks around text that holds : or #, or begins with * or [.',
      ],
    },
    {
      name: 'YAML that refers to nothing, to itself, or to far too much',
      files: {
        'en/billing/refund.md': articleText('owner: *Important*\n'),
        'en/billing/return.md': articleText('tags: &tags [*tags]\n'),
        'en/billing/cancel.md': articleText(
          `a: &a [${'x,'.repeat(9)}]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]\n`,
        ),
      },
      findings: [
        'en/billing/cancel.md:2 error frontmatter: The frontmatter is not YAML: its aliases (*) stand for too much. Put quotation marks around text that holds : or #, or begins with * or [.',
        'en/billing/refund.md:5 error frontmatter: The frontmatter is not YAML: `*Important*` stands for nothing. Put quotation marks around text that holds : or #, or begins with * or [.',
        'en/billing/return.md:5 error frontmatter: The frontmatter is not YAML: `*tags` stands for itself. Put quotation marks around text that holds : or #, or begins with * or [.',
      ],
    },
    {
      name: 'an unknown key names the nearest known one',
      files: { 'en/billing/refund.md': articleText('onwer: support\n') },
      findings: [
        'en/billing/refund.md:5 error frontmatter: `onwer` is not a known key. Did you mean `owner`?',
      ],
    },
    {
      name: 'a key that is nothing like a known one gets the list of them',
      files: { 'en/billing/index.md': '---\ntitle: Billing\ndescription: Money.\nzzz: 1\n---\n' },
      findings: [
        'en/billing/index.md:4 error frontmatter: `zzz` is not a known key. Known keys are title, description, id, order, icon.',
      ],
    },
    {
      name: 'a day that does not exist is said with the way to write one',
      files: { 'en/billing/refund.md': articleText('reviewed: 2026-02-30\n') },
      findings: [
        'en/billing/refund.md:5 error frontmatter: `reviewed` is not a day that exists. Write year-month-day, e.g. 2026-03-01.',
      ],
    },
    {
      name: 'a mistyped choice names the nearest one',
      files: { 'en/billing/refund.md': articleText().replace('type: faq', 'type: howto') },
      findings: [
        'en/billing/refund.md:4 error frontmatter: `type` must be one of faq, how-to, troubleshooting, reference. Did you mean `how-to`?',
      ],
    },
    {
      name: 'several mistakes of a file are all said at once',
      files: { 'en/billing/refund.md': '---\ntitle: ""\norder: 1.5\ndraft: maybe\n---\n\nText\n' },
      findings: [
        'en/billing/refund.md:2 error frontmatter: `description` is missing. Add a line `description: …`.',
        'en/billing/refund.md:2 error frontmatter: `title` must not be empty. Write something, or take the line out.',
        'en/billing/refund.md:2 error frontmatter: `type` is missing. Add a line `type: …`.',
        'en/billing/refund.md:3 error frontmatter: `order` must be a whole number. It is 1.5 now.',
        'en/billing/refund.md:4 error frontmatter: `draft` must be true or false. It is "maybe" now.',
      ],
    },
    {
      name: 'a rule that the audit does not know, silenced or set, and one that is never silent',
      files: {
        'site.yaml': `${SITE}audit:\n  severity:\n    review-due: hint\n    unhelpfull: off\n`,
        'en/billing/refund.md': articleText('silence: [{ rule: revew-due, reason: Prescribed by law }]\n'),
        'en/billing/return.md': articleText('silence:\n  - { rule: unused-silence, reason: Peace }\n'),
      },
      findings: [
        'en/billing/refund.md:5 error rule-name: The audit has no rule `revew-due`. Did you mean `review-due`?',
        'en/billing/return.md:5 error rule-name: `unused-silence` cannot be silenced. Take out the silences that are not needed any more.',
        'site.yaml:7 error rule-name: The audit has no rule `unhelpfull`. Did you mean `unhelpful`?',
      ],
    },
    {
      name: 'a file without frontmatter says how to begin',
      files: { 'en/billing/refund.md': 'Just text.\n' },
      findings: [
        'en/billing/refund.md:1 error frontmatter: The file has no frontmatter. Begin it with the lines `---`, `title: …`, `description: …`, `type: faq`, `---`.',
      ],
    },
    {
      name: 'frontmatter that does not end, or is a list',
      files: {
        'en/billing/refund.md': '---\ntitle: Refund\n\nText.\n',
        'en/billing/cancel.md': '---\n- title\n---\n\nText.\n',
      },
      findings: [
        'en/billing/cancel.md:2 error frontmatter: The file must be lines of keys with their values. Write e.g. title: Help.',
        'en/billing/refund.md:1 error frontmatter: The frontmatter has no end. Write a line `---` between it and the text.',
      ],
    },
    {
      name: 'keys that exclude each other',
      files: { 'en/billing/refund.md': articleText('dependsOn: [{ file: prices.yaml, product: app }]\n') },
      findings: [
        'en/billing/refund.md:5 error frontmatter: `dependsOn[1].product` cannot stand beside the other keys there. Give it an entry of its own, or take it out.',
      ],
    },
    {
      name: 'empty settings, and a text that does not say its language',
      files: {
        'site.yaml': SITE.replace('{ en: Help }', 'Help'),
        'synonyms.yaml': '# none yet\n',
        'queries.yaml': '',
      },
      findings: [
        'queries.yaml:1 error empty-file: The file is empty. Fill it, or delete the file.',
        'site.yaml:1 error settings: `title` must give a text for each language. Write e.g. { de: Hilfe, en: Help }.',
        'synonyms.yaml:1 error empty-file: The file is empty. Fill it, or delete the file.',
      ],
    },
    {
      name: 'a Windows file is read as it is, with one hint',
      files: {
        'en/billing/refund.md': `\uFEFF${articleText('', 'A [link](gone.md).\n')}`.replaceAll('\n', '\r\n'),
      },
      findings: [
        'en/billing/refund.md:1 hint line-ends: The file has a byte order mark and Windows line ends (CRLF). It works as it is; saved as UTF-8 with LF, changes stay small.',
        'en/billing/refund.md:7 error broken-link: The link to `gone.md` leads to no article. Mend the path, or take the link out.',
      ],
    },
    {
      name: 'an umlaut in a file name says what to call the file',
      files: { 'en/billing/Rückgabe.md': articleText() },
      findings: [
        'en/billing/Rückgabe.md:1 error file-name: The name `Rückgabe` does not make a plain address. Rename it to `rueckgabe`: small letters a to z, digits and hyphens.',
      ],
    },
    {
      name: 'an empty file',
      files: { 'en/billing/refund.md': '\n' },
      findings: [
        'en/billing/refund.md:1 error empty-file: The file is empty. Write the article, or delete the file.',
      ],
    },
    {
      name: 'a file in another encoding',
      files: { 'en/billing/refund.md': new Uint8Array(Buffer.from(articleText('', 'Grüße\n'), 'latin1')) },
      findings: [
        'en/billing/refund.md:1 error encoding: The file is not saved as UTF-8, so that letters such as ä are broken. Save it again as UTF-8.',
      ],
    },
    {
      name: 'an article of 2 MB',
      files: { 'en/billing/refund.md': articleText('', 'word '.repeat(400_000)) },
      findings: [
        'en/billing/refund.md:1 error too-large: The article is 2.0 MB long; at most 1 MB can be published. Split it into several articles.',
      ],
    },
    {
      name: 'MDX that does not compile',
      files: { 'en/billing/refund.mdx': articleText('', 'Fine.\n\n<Steps>\n\n1. One\n') },
      findings: [
        'en/billing/refund.mdx:9 error mdx: The MDX does not compile: Expected a closing tag for `<Steps>`. Close every tag, and write \\{ and \\< where a brace or an angle bracket is meant as text.',
      ],
    },
    {
      name: 'a link to a heading that is gone names the one that is meant',
      files: {
        'en/billing/refund.md': articleText('', '## Deadlines\n\nText.\n'),
        'en/billing/cancel.md': articleText(
          '',
          'See [the deadline](refund.md#deadline) and [below](#end).\n',
        ),
      },
      findings: [
        'en/billing/cancel.md:7 error broken-link: The link to `#end` leads to a heading that is not there. en/billing/cancel.md has no headings.',
        'en/billing/cancel.md:7 error broken-link: The link to `refund.md#deadline` leads to a heading that is not there. Did you mean #deadlines?',
      ],
    },
    {
      name: 'a link without the ending of the file',
      files: {
        'en/billing/refund.md': articleText(),
        'en/billing/cancel.md': articleText('', 'See [refund](refund) and [site](/en/billing/refnd/).\n'),
      },
      findings: [
        'en/billing/cancel.md:7 error broken-link: The link to `/en/billing/refnd/` leads to no article. Did you mean /en/billing/refund/?',
        "en/billing/cancel.md:7 error broken-link: The link to `refund` leads to no file. Write the file's ending too: refund.md.",
      ],
    },
    {
      name: 'a link that is code',
      files: { 'en/billing/refund.md': articleText('', '[Back](javascript:history.back())\n') },
      findings: [
        'en/billing/refund.md:7 error broken-link: The link `javascript:history.back()` is code instead of an address, and is taken out. Link to a page, or take the link out.',
      ],
    },
    {
      name: 'a link to an article that is not published',
      files: {
        'en/billing/refund.md': articleText('draft: true\n'),
        'en/billing/cancel.md': articleText('', '[Refund](refund.md)\n'),
      },
      findings: [
        'en/billing/cancel.md:7 warning broken-link: The link to `refund.md` leads to an article that is not published. Publish en/billing/refund.md, or take the link out.',
      ],
    },
    {
      name: 'two articles with one id',
      files: {
        'en/billing/refund.md': articleText('id: billing/money\n'),
        'en/billing/return.md': articleText('id: billing/money\n'),
      },
      findings: [
        'en/billing/return.md:5 error duplicate-id: The id `billing/money` already belongs to en/billing/refund.md. Give this article an `id` of its own.',
      ],
    },
    {
      name: 'missing pictures and alternative texts',
      files: {
        'en/billing/refund.md': articleText('', '![](images/form.png)\n'),
      },
      findings: [
        'en/billing/refund.md:7 warning missing-alternative: The picture `images/form.png` has no alternative text. Say in the square brackets what it shows: ![The form with the button Send](form.png).',
        'en/billing/refund.md:7 error missing-image: There is no picture `images/form.png`. Mend the path, or add the file.',
      ].sort((a, b) => Number(b.includes('error')) - Number(a.includes('error'))),
    },
    {
      name: 'dates in the wrong order',
      files: {
        'en/billing/refund.md': articleText(
          'publishAt: 2026-12-01\nexpiresAt: 2026-11-01\nreviewed: 2027-01-01\n',
        ),
      },
      findings: [
        'en/billing/refund.md:6 error dates: `expiresAt` (2026-11-01) is not after `publishAt` (2026-12-01), so the article never appears. Swap the two dates, or mend the wrong one.',
        'en/billing/refund.md:7 error dates: `reviewed` (2027-01-01) lies in the future. Write the day on which somebody last confirmed the answer.',
      ],
    },
    {
      name: 'a missing translation and a translation of nothing',
      files: {
        'site.yaml': SITE.replace('[en]', '[en, de]').replace('{ en: Help }', '{ en: Help, de: Hilfe }'),
        'en/billing/refund.md': articleText(),
        'de/billing/index.md': '---\ntitle: Abrechnung\ndescription: Rechnungen.\n---\n',
        'de/billing/kuendigen.md': articleText(
          'id: billing/cancel\ntranslates: { id: billing/cancel, revision: 0123456789ab }\n',
        ),
      },
      findings: [
        'de/billing/kuendigen.md:6 error missing-source: No article `billing/cancel` in another language is the source of this translation. Mend the id, or take `translates` out.',
        'en/billing/refund.md:1 warning missing-translation: The article is missing in de. Translate it into an article with `id: billing/refund`.',
      ],
    },
    {
      name: 'limits of the audit that nobody can mean, with their bounds',
      files: {
        'site.yaml': `${SITE}limits:\n  helpfulShare: 60\n  sentenceLength: 4\n  fall: a little\n`,
      },
      findings: [
        'site.yaml:5 error settings: `limits.helpfulShare` must be a number from 0.05 to 0.95. It is 60 now.',
        'site.yaml:6 error settings: `limits.sentenceLength` must be a whole number from 8 to 60. It is 4 now.',
        'site.yaml:7 error settings: `limits.fall` must be a number from 0.05 to 0.5. It is "a little" now.',
      ],
    },
    {
      name: 'a missing site.yaml',
      files: { 'site.yaml': undefined },
      findings: [
        expect.stringMatching(
          /^site\.yaml:1 error missing-file: There is no site\.yaml in kundig-content-\w+\. Write one with `title`, `url` and `locales`\.$/,
        ) as unknown as string,
      ],
    },
    {
      name: 'mistakes in site.yaml and survey.yaml with their lines',
      files: {
        'site.yaml': `${SITE.replace('[en]', '[en, de]')}contact:\n  - kind: mail\n    value: a@example.com\n    label: { en: Mail, de: E-Mail }\nbrand:\n  accent: "#ffee00"\n`,
        'survey.yaml': 'title: { en: Survey }\n',
      },
      findings: [
        'site.yaml:5 error settings: `contact[1].kind` must be one of email, phone, chat, form, visit. Did you mean `email`?',
        'site.yaml:9 error settings: `brand.accent` is too light. Text in this colour would not be readable on white.',
        'survey.yaml:1 error settings: `introduction` is missing. Add a line `introduction: …`.',
        'survey.yaml:1 error settings: `levels` is missing. Add a line `levels: …`.',
        'survey.yaml:1 error settings: `questions` is missing. Add a line `questions: …`.',
        'survey.yaml:1 error settings: `thanks` is missing. Add a line `thanks: …`.',
      ],
    },
    {
      name: 'settings that are not saved as UTF-8, at the first broken letter',
      files: {
        'synonyms.yaml': new Uint8Array(Buffer.from('en:\n  - [cafe, café]\n  - [naive, naïve]\n', 'latin1')),
      },
      findings: [
        'synonyms.yaml:2 error encoding: The file is not saved as UTF-8, so that letters such as ä are broken. Save it again as UTF-8.',
      ],
    },
    {
      name: 'addresses that are none, and languages that are none or named twice',
      files: {
        'site.yaml': `${SITE.replace('[en]', '[en, en, en-xy-zz]')}company: { name: A, url: "javascript:alert(1)" }\ncollector: ftp://example.com\n`,
      },
      findings: [
        'site.yaml:3 error settings: `locales[3]` is not the name of a language. Write e.g. de, en or pt-BR.',
        'site.yaml:3 error settings: `locales` must name each language once. It is ["en","en","en-xy-zz"] now.',
        'site.yaml:4 error settings: `company.url` must be an address that begins with https://. It is "javascript:alert(1)" now.',
        'site.yaml:5 error settings: `collector` must be an address that begins with https://. It is "ftp://example.com" now.',
      ],
    },
    {
      name: 'a text of site.yaml that is missing in a language',
      files: { 'site.yaml': SITE.replace('[en]', '[en, de]'), 'en/billing/index.md': undefined },
      findings: [
        'site.yaml:1 warning missing-text: `title` is missing in de. Until it is there, readers see the text of the first language.',
      ],
    },
    {
      name: 'an article outside a category and one in a reserved folder',
      files: { 'en/refund.md': articleText(), 'en/search/refund.md': articleText() },
      findings: [
        'en/refund.md:1 error misplaced: The file is not in the folder of a category. Articles stand in a folder of a category in a folder of a language: en/billing/refund.md.',
        'en/search/refund.md:1 error file-name: The folder name `search` is taken by a page of the site. Call the folder e.g. `about-search`.',
      ],
    },
    {
      name: 'a golden query without its article',
      files: {
        'en/billing/refund.md': articleText(),
        'queries.yaml':
          '- query: money back\n  locale: en\n  article: billing/refund\n- { query: x, locale: en, article: billing/refnd }\n',
      },
      findings: [
        'queries.yaml:4 error golden-query: The query "x" expects the article `billing/refnd`, which is not there in en. Did you mean `billing/refund`?',
      ],
    },
    {
      name: 'an old address that belongs to another article',
      files: {
        'en/billing/refund.md': articleText(),
        'en/billing/cancel.md': articleText('redirectFrom: [/en/billing/refund]\n'),
      },
      findings: [
        'en/billing/cancel.md:5 error redirect: The address `/en/billing/refund` already belongs to en/billing/refund.md. Take it out here or there: one address leads to one article.',
      ],
    },
    {
      name: 'old addresses at which the site has pages of its own',
      files: {
        'en/billing/refund.md': articleText('redirectFrom: [/, /en/billing, /sitemap.xml, /en/search/]\n'),
      },
      findings: ['/', '/en/billing', '/en/search/', '/sitemap.xml'].map(
        (address) =>
          `en/billing/refund.md:5 error redirect: The address \`${address}\` already belongs to a page of the site. Take it out here or there: one address leads to one article.`,
      ),
    },
    {
      name: 'two files at one address',
      files: {
        'en/billing/refund.md': articleText(),
        'en/billing/refund.mdx': articleText('id: billing/other\n'),
      },
      findings: [
        'en/billing/refund.mdx:1 error duplicate-address: The address /en/billing/refund/ already belongs to en/billing/refund.md. Rename one of the two files.',
      ],
    },
  ];

test.each(cases)('$name', async ({ files, findings }) => {
  expect(await mistakes(files)).toEqual(findings);
});

test('a folder that is not there is an error that says how to name another', async () => {
  await expect(readContent('/nowhere/content')).rejects.toMatchObject({
    message: 'There is no content folder at /nowhere/content.',
    hint: 'Say where it is with --content DIR or KUNDIG_CONTENT, or make one with site.yaml in it.',
  });
});
