import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { addDuration, subtractDuration } from '../src/core/calendar.ts';
import { categoriesOf } from '../src/core/figures/article-categories.ts';
import type { Figures, Subject } from '../src/core/figures/figures.ts';
import { ReportTally } from '../src/core/figures/report-tally.ts';
import { UserError } from '../src/core/user-error.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { readTexts } from '../src/readers/texts.ts';
import { figuresJson } from '../src/reports/figures-json.ts';
import { headlinesText } from '../src/reports/headlines-text.ts';
import { reportPage } from '../src/reports/report-page.ts';
import { openExistingStore } from '../src/stores/existing.ts';
import { aDay, contentOption, databaseOption, EXIT, runCommand, todayOption } from './command.ts';
import { withProgress } from './progress.ts';

interface Options {
  content: string;
  database: string;
  today: string;
  from?: string;
  to?: string;
  locale?: string;
  format: 'html' | 'json';
  output?: string;
}

/** So far back does a report look that is not told when to begin. */
const USUAL_PERIOD = '12 months';

await runCommand<Options>({
  name: 'report',
  summary:
    'Writes what readers told you as one HTML page for managers: the survey with its four levels, votes, ' +
    'comments, searches and ways to a person.',
  examples: [
    ['npm run report', `the last ${USUAL_PERIOD}, in report.html`],
    ['npm run report -- --from 2026-07-01 --to 2026-09-30', 'one quarter; both days belong to it'],
    ['npm run report -- --locale de --output bericht.html', 'in German'],
    ['npm run report -- --format json --output -', 'the figures for other programs'],
  ],
  options: (command) =>
    command
      .addOption(contentOption())
      .addOption(databaseOption())
      .addOption(todayOption())
      .option('--from <day>', `first day of the period (default: ${USUAL_PERIOD} before its end)`, aDay)
      .option('--to <day>', 'last day of the period (default: today)', aDay)
      .option('--locale <language>', "language of the page (default: the site's first)", aLanguage)
      .addOption(new Option('--format <format>', 'what to write').choices(['html', 'json']).default('html'))
      .option('--output <file>', 'where to write it; - prints it (default: report.html or report.json)'),
  run: async (options) => {
    const { format, output = `report.${format}` } = options;
    const period = periodOf(options);
    if (period.from > period.to) {
      console.error(
        `error: --from ${period.from} lies after --to ${period.to}\n(add --help for the options)`,
      );
      return EXIT.usedWrongly;
    }
    const { site, survey, articles, categories, findings } = await withProgress(
      'Reading the articles',
      readContent(options.content),
    );
    if (!site) {
      throw new UserError(
        `There are no usable settings in ${path.join(options.content, 'site.yaml')}.`,
        'npm run check says what is wrong with them.',
      );
    }
    const subject: Subject = {
      period,
      survey,
      levelShare: site.limits.levelShare,
      locales: site.locales,
      categories: categoriesOf(articles, categories),
    };
    const figures = await withProgress('Counting what readers sent', figuresOf(options.database, subject));
    const locale = options.locale ?? site.locales[0] ?? 'en';
    const input = { figures, site, survey, articles };
    const text =
      format === 'json' ? figuresJson(figures) : reportPage({ ...input, texts: readTexts(locale), locale });
    const say = output === '-' ? console.error : console.log;
    if (output === '-') process.stdout.write(text);
    else await write(output, text);
    say(`${output === '-' ? 'Reported' : `Wrote ${output}:`} ${period.from} to ${period.to}.`);
    say(headlinesText({ ...input, texts: readTexts('en'), locale: 'en' }));
    const mistakes = findings.filter(({ severity }) => severity === 'error').length;
    if (mistakes > 0)
      console.error(`Not all could be read (${mistakes} mistakes): npm run check says where.`);
    return EXIT.fine;
  },
});

async function figuresOf(database: string, subject: Subject): Promise<Figures> {
  const store = await openExistingStore(database);
  if (!store) {
    throw new UserError(
      `There is no feedback to report on: ${database} does not exist.`,
      'Votes, survey answers and searches get there while readers use the site with its collector: `npm start`, or ' +
        '`npm run collector` for a site elsewhere. --database or FEEDBACK_DATABASE names another place.',
    );
  }
  try {
    const tally = new ReportTally(subject);
    for await (const submission of store.submissions()) tally.add(submission);
    return tally.figures();
  } finally {
    await store.close();
  }
}

function periodOf({ from, to, today }: Options): Subject['period'] {
  const last = to ?? today;
  return { from: from ?? addDuration(subtractDuration(last, USUAL_PERIOD), '1 day'), to: last };
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new UserError(
      `The report cannot be written to ${file}: ${error instanceof Error ? error.message : error}`,
      'Name another place: --output report.html',
    );
  }
}

function aLanguage(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? text;
  } catch {
    throw new InvalidArgumentError('Write a language such as de or en.');
  }
}
