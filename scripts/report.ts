import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import type { Content } from '../src/core/content.ts';
import { categoriesOf } from '../src/core/figures/article-categories.ts';
import type { Subject } from '../src/core/figures/figures.ts';
import type { Period } from '../src/core/figures/period.ts';
import { wholeText } from '../src/core/revision.ts';
import type { Site } from '../src/core/site.ts';
import { UserError } from '../src/core/user-error.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { hasTexts, readTexts } from '../src/readers/texts.ts';
import { DIGEST_FORMATS, type DigestFormat, renderDigest } from '../src/reports/digest/digest-formats.ts';
import {
  FILE_ENDINGS,
  REPORT_FORMATS,
  type ReportFormat,
  renderReport,
} from '../src/reports/figures-formats.ts';
import { headlinesText } from '../src/reports/headlines-text.ts';
import { plural } from '../src/reports/plural.ts';
import type { ReportInput } from '../src/reports/report.ts';
import {
  aDay,
  contentOption,
  databaseAlias,
  EXIT,
  feedbackOption,
  runCommand,
  todayOption,
} from './command.ts';
import { withProgress } from './progress.ts';
import { withDemoFeedback } from './report-demo.ts';
import { digestWork } from './report-digest.ts';
import { figuresFrom } from './report-figures.ts';
import { periodOf, USUAL_PERIOD } from './report-period.ts';

interface Options {
  content: string;
  feedback: string;
  database?: string;
  today: string;
  from?: string;
  to?: string;
  locale?: string;
  format?: ReportFormat;
  output?: string;
  audit?: string;
  digest?: boolean;
  demo?: boolean;
}

await runCommand<Options>({
  name: 'report',
  summary:
    'Writes what readers told you, against the period before, as one HTML page for managers: the survey with its ' +
    'four levels, votes, comments, searches and ways to a person. Or the week in one screen, with what to do and who.',
  examples: [
    ['npm run report', `the last ${USUAL_PERIOD}, in report.html`],
    ['npm run report -- --demo', 'the same on made-up feedback, before there is any'],
    ['npm run report -- --from 2026-07-01 --to 2026-09-30', 'one quarter; both days belong to it'],
    ['npm run report -- --locale de --output bericht.html', 'in German'],
    ['npm run report -- --format csv', 'every figure, for a spreadsheet'],
    ['npm run report -- --format json --output -', 'the figures for other programs'],
    ['npm run -s report -- --digest', 'the last seven whole days, as Markdown'],
    ['npm run -s report -- --digest --format html > mail.html', 'the same as a mail'],
  ],
  options: (command) =>
    command
      .addOption(contentOption())
      .addOption(feedbackOption())
      .addOption(databaseAlias())
      .addOption(todayOption())
      .option('--from <day>', `first day of the period (default: ${USUAL_PERIOD} before its end)`, aDay)
      .option('--to <day>', 'last day of the period (default: today)', aDay)
      .option('--locale <language>', "language of the report (default: the site's first)", aLanguage)
      .addOption(
        new Option(
          '--format <format>',
          'what to write (default: "html", a digest "markdown", which can also be "html")',
        ).choices([...REPORT_FORMATS]),
      )
      .option('--output <file>', 'where to write it; - prints it (default: report.html, .json, .csv or .md)')
      .option('--audit <address>', 'where the page of the audit stands, for links (default: audit.html)')
      .addOption(
        new Option(
          '--digest',
          'one screen on the last seven whole days: what changed, what to do, who; printed unless --output says where',
        ).conflicts('from'),
      )
      .option('--demo', 'on made-up feedback instead of yours; nothing of it is kept'),
  run: async (options) => {
    const period = periodOf(options);
    const { format = options.digest ? 'markdown' : 'html' } = options;
    const wrong = misuseOf(options, period, format);
    if (wrong) {
      console.error(`error: ${wrong}\n(add --help for the options)`);
      return EXIT.usedWrongly;
    }
    const content = await withProgress('Reading the articles', readContent(options.content));
    const site = usableSite(content, options.content);
    const { demo = false, today } = options;
    const { output = options.digest ? '-' : `report.${FILE_ENDINGS[format]}` } = options;
    const say = output === '-' ? console.error : console.log;
    const report = (feedback: string) =>
      write(output, { ...options, format, feedback }, content, site, period);
    const input = demo
      ? await withDemoFeedback(content, today, report)
      : await report(options.database ?? options.feedback);
    if (demo) say('Demo data: nobody has said any of this. Your own feedback was not looked at.');
    if (!options.digest || output !== '-') {
      say(`${output === '-' ? 'Reported' : `Wrote ${output}:`} ${period.from} to ${period.to}.`);
    }
    if (!options.digest) say(headlinesText({ ...input, texts: readTexts('en'), locale: 'en' }));
    const mistakes = content.findings.filter(({ severity }) => severity === 'error').length;
    if (mistakes > 0) {
      console.error(`Not all could be read (${plural(mistakes, 'mistake')}): npm run check says where.`);
    }
    return EXIT.fine;
  },
});

/** Writes the report or the digest on the feedback at a place, and gives what it was made of. */
async function write(
  output: string,
  options: Options & { format: ReportFormat },
  content: Content,
  site: Site,
  period: Period,
): Promise<ReportInput> {
  const { survey, articles, categories } = content;
  const { feedback, demo = false, audit } = options;
  const figures = await withProgress(
    'Counting what readers sent',
    figuresFrom(feedback, subjectOf(content, site, period)),
  );
  const locale = options.locale ?? site.locales[0] ?? 'en';
  const input: ReportInput = {
    figures,
    site,
    articles,
    categories,
    texts: readTexts(locale),
    locale,
    demo,
    ...(survey && { survey }),
    ...(audit !== undefined && { auditAddress: audit }),
  };
  const text = options.digest
    ? renderDigest(options.format as DigestFormat, {
        ...input,
        ...(await digestWork({ ...options, feedback })),
      })
    : renderReport(options.format, input);
  if (output === '-') process.stdout.write(text);
  else await writeReport(output, text);
  return input;
}

function subjectOf({ survey, articles, categories }: Content, site: Site, period: Period): Subject {
  return {
    period,
    ...(survey && { survey }),
    levelShare: site.limits.levelShare,
    locales: site.locales,
    categories: categoriesOf(articles, categories),
    articleTexts: (locale) =>
      articles
        .filter((article) => article.locale === locale)
        .map(({ frontmatter, outline }) => wholeText(frontmatter.title, outline.sections)),
  };
}

/** What the options ask for that cannot be, if anything. */
function misuseOf({ digest }: Options, { from, to }: Period, format: ReportFormat): string | undefined {
  if (from > to) return `--from ${from} lies after --to ${to}`;
  if (digest && !DIGEST_FORMATS.some((one) => one === format)) {
    return `a digest is for people to read: --format ${DIGEST_FORMATS.join(' or ')}`;
  }
  return undefined;
}

function usableSite({ site }: Content, folder: string): Site {
  if (site) return site;
  throw new UserError(
    `There are no usable settings in ${path.join(folder, 'site.yaml')}.`,
    'npm run check says what is wrong with them.',
  );
}

async function writeReport(file: string, text: string): Promise<void> {
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
    const [language = text] = Intl.getCanonicalLocales(text);
    if (hasTexts(language)) return language;
  } catch {
    // What is no language has no texts either.
  }
  throw new InvalidArgumentError(
    'Reports are written in languages with a file in src/locales, e.g. de or en.',
  );
}
