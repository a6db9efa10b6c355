import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Argument } from 'commander';
import { ARTICLE_TYPES, type ArticleType, frontmatterSchema } from '../src/core/article.ts';
import type { Content } from '../src/core/content.ts';
import { nearest } from '../src/core/nearest.ts';
import { UserError } from '../src/core/user-error.ts';
import { fillTemplate, readTemplate } from '../src/readers/article-template.ts';
import { addressPart, readContent } from '../src/readers/content-folder.ts';
import { contentOption, EXIT, runCommand, todayOption } from './command.ts';

interface Options {
  content: string;
  category: string;
  locale?: string;
  owner?: string;
  today: string;
}

await runCommand<Options>({
  name: 'new',
  summary: 'Begins an article from the template of its type, with comments that say what belongs where.',
  examples: [
    ['npm run new -- how-to "Cancel your contract" --category billing', 'in the first language of the site'],
    ['npm run new -- faq "Was kostet der Versand?" --locale de --category versand', 'in German'],
    ['npm run new -- troubleshooting "The page stays white" --category login --owner web-team', ''],
  ],
  options: (command) =>
    command
      .addArgument(new Argument('<type>', 'kind of answer').choices(ARTICLE_TYPES))
      .argument('<title>', 'the question or task, as a customer would put it')
      .requiredOption('--category <folder>', 'folder of the category, e.g. billing')
      .option('--locale <code>', 'language of the article; without it, the first of the site')
      .option('--owner <name>', 'team or e-mail address that keeps the article right')
      .addOption(contentOption())
      .addOption(todayOption()),
  async run({ content: dir, category, locale: wanted, owner, today }, [type, written = '']) {
    const content = await readContent(dir);
    const locale = chooseLocale(content, wanted);
    checkCategory(content, locale, category);
    const title = frontmatterSchema.shape.title.safeParse(written);
    if (!title.success) {
      throw new UserError(
        `The title ${title.error.issues[0]?.message}.`,
        'Put it as a customer would, in a few words.',
      );
    }
    const template = await readTemplate(type as ArticleType, locale);
    const file = `${locale}/${category}/${addressPart(title.data)}.md`;
    if (content.files.has(`${file}x`)) throw alreadyThere(path.join(dir, `${file}x`));
    await writeNew(path.join(dir, file), fillTemplate(template, { title: title.data, owner, today }));
    const option = dir === 'content' ? '' : ` -- --content ${dir}`;
    console.log(
      [
        path.join(dir, file),
        '',
        'Next:',
        '1. Write the description and the text; the comments in the file say what belongs where.',
        '2. Add two or three questions as customers ask them, so that search finds the article.',
        `3. npm run check${option} says what is still missing, npm run dev${option} shows the page.`,
      ].join('\n'),
    );
    return EXIT.fine;
  },
});

function chooseLocale({ site, dir }: Content, wanted: string | undefined): string {
  const locales = site?.locales ?? [];
  const locale = wanted ?? locales[0];
  if (locale === undefined) {
    throw new UserError(
      `The languages of the site are not known: ${dir} has no site.yaml that can be read.`,
      'Run npm run check, or name the language with --locale.',
    );
  }
  if (site && !locales.includes(locale)) {
    const hint = `Its languages are ${locales.join(', ')}; more are added under \`locales\` in site.yaml.`;
    throw new UserError(`\`${locale}\` is not a language of the site.`, hint);
  }
  return locale;
}

function checkCategory({ categories }: Content, locale: string, category: string): void {
  const known = categories.filter((one) => one.locale === locale).map(({ folder }) => folder);
  if (known.includes(category)) return;
  const meant = nearest(category, known);
  const advice = meant ? `Did you mean ${meant}?` : known.length > 0 ? `There are ${known.join(', ')}.` : '';
  throw new UserError(
    `There is no category \`${category}\` in ${locale}.`,
    `${advice} A new one begins with ${locale}/${category}/index.md, which holds its \`title\` and \`description\`.`.trim(),
  );
}

function alreadyThere(file: string): UserError {
  return new UserError(`There is already an article at ${file}.`, 'Edit that one, or choose another title.');
}

/** Writes a file that is not there yet. */
async function writeNew(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      throw new UserError(
        `There is already an article at ${file}.`,
        'Edit that one, or choose another title.',
      );
    }
    throw new UserError(`Cannot write ${file}: ${message}.`, 'Check who may write to the content folder.');
  }
}
