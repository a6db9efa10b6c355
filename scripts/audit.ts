import { type Command, InvalidArgumentError } from 'commander';
import { type AuditFeedback, NO_FEEDBACK } from '../src/core/audit-feedback.ts';
import { isDay } from '../src/core/calendar.ts';
import type { Content } from '../src/core/content.ts';
import { SEVERITIES } from '../src/core/finding.ts';
import { fails, isChosen } from '../src/core/finding-choice.ts';
import type { History } from '../src/core/history.ts';
import { nearest } from '../src/core/nearest.ts';
import { findWork, RULE_NAMES, rules } from '../src/core/rules/index.ts';
import { SOURCES, type Source } from '../src/core/rules/rule.ts';
import { seriesOfRevision } from '../src/core/series-of-revision.ts';
import type { Site } from '../src/core/site.ts';
import { UserError } from '../src/core/user-error.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { NoHistory } from '../src/readers/git.ts';
import { readHistory } from '../src/readers/git-history.ts';
import { touchedFiles } from '../src/readers/touched-files.ts';
import { findingsJson } from '../src/reports/findings-json.ts';
import { findingsText } from '../src/reports/findings-text.ts';
import { terminalOf } from '../src/reports/terminal.ts';
import { openExistingStore } from '../src/stores/existing.ts';
import { contentOption, databaseOption, EXIT, runCommand, todayOption } from './command.ts';
import { withProgress } from './progress.ts';

interface Options {
  content: string;
  database: string;
  today: string;
  format: 'text' | 'json';
  owner?: string;
  category?: string;
  rule?: string[];
  locale?: string;
  since?: string;
  top?: number;
  failOn?: string[];
  base?: string;
  without?: string[];
}

await runCommand<Options>({
  name: 'audit',
  summary:
    'Lists what to mend next in the articles, what costs most readers first: answers that do not help, ' +
    'translations that are behind, reviews that are due. A list of work is normal, so the command succeeds ' +
    'unless --fail-on says otherwise.',
  examples: [
    ['npm run audit', 'the whole list'],
    ['npm run audit -- --owner billing-team --top 10', 'the ten most urgent of one team'],
    ['npm run audit -- --rule unhelpful --locale de', 'one rule, one language'],
    ['npm run audit -- --fail-on error', 'exit 1 if the votes prove an article unhelpful; for CI'],
    ['npm run audit -- --format json', 'for other programs'],
    ['npm run audit -- --without votes', 'before anybody has voted'],
  ],
  options: (command: Command) =>
    command
      .addOption(contentOption())
      .addOption(databaseOption())
      .addOption(todayOption())
      .addOption(
        command
          .createOption('--format <format>', 'how to print it')
          .choices(['text', 'json'])
          .default('text'),
      )
      .option('--owner <owner>', 'only the work of this team or person')
      .option('--category <category>', 'only articles of this category: its folder or its id')
      .option(
        '--rule <rules>',
        `only these, separated by commas: ${RULE_NAMES.join(', ')}`,
        listOf(RULE_NAMES),
      )
      .option('--locale <language>', 'only articles in this language')
      .option('--since <day>', 'only what has been so since this day or later', aDay)
      .option('--top <number>', 'only so many, the most urgent', wholeNumber)
      .option(
        '--fail-on <rules>',
        'exit 1 if there are findings of these rules, or of this severity (error, warning, hint) or a worse one; ' +
          'votes count only where they prove it',
        listOf([...SEVERITIES, ...RULE_NAMES]),
      )
      .addOption(
        command
          .createOption(
            '--base <branch>',
            'with --fail-on: what is old in the files that this branch touches since it left the other fails nothing',
          )
          .default(baseOfPullRequest(process.env), 'the branch that a pull request goes to'),
      )
      .option('--without <sources>', `leave these out: ${SOURCES.join(', ')}`, listOf(SOURCES)),
  run: async (options) => {
    const missing = new Set(options.without as Source[]);
    const content = await withProgress('Reading the articles', readContent(options.content));
    const site = usableSite(content);
    const folders = foldersOf(content, options.category);
    const history = await withProgress('Reading the history', historyOf(options.content, missing));
    const feedback = await withProgress('Reading the feedback', feedbackIn(options.database));
    const series = seriesOfRevision(content.articles, feedback);
    const work = findWork({ content, site, feedback, series, history, today: options.today, missing });

    const choice = { ...options, rules: options.rule, folders };
    const found = work.findings.filter((finding) => isChosen(finding, choice));
    const shown = found.slice(0, options.top);
    const json = options.format === 'json';
    const terminal = terminalOf(process.stdout);
    console.log(json ? findingsJson(shown) : findingsText(shown, { folder: options.content, terminal }));
    const say = json ? console.error : console.log;
    if (shown.length < found.length) say(`These are the first ${shown.length} of ${found.length}.`);
    say(`Looked at ${work.articles} articles and ${work.votes} votes on their present text.`);
    const mistakes = content.findings.filter(({ severity }) => severity === 'error').length;
    if (mistakes > 0) {
      console.error(`Not all could be read (${mistakes} mistakes): npm run check says where.`);
    }
    const { failOn: causes = [], base } = options;
    const touched = causes.length > 0 && base ? await touchedFiles(options.content, base) : new Set<string>();
    const grounds = new Map(rules.map(({ name, rests }) => [name, rests]));
    return found.some((finding) => fails(finding, { causes, grounds, touched })) ? EXIT.findings : EXIT.fine;
  },
});

/** The settings, without which no rule knows its limits. */
function usableSite({ site, findings }: Content): Site {
  if (site) return site;
  const [mistake] = findings.filter(({ file }) => file === 'site.yaml');
  throw new UserError(
    mistake ? `site.yaml:${mistake.line} ${mistake.message}` : 'site.yaml cannot be read.',
    `${mistake?.hint ?? ''} \`npm run check\` lists every mistake.`.trim(),
  );
}

/** Folders of a category in every language, by its folder or its id. */
function foldersOf({ categories }: Content, name?: string): Set<string> | undefined {
  if (name === undefined) return undefined;
  const meant = categories.filter(({ id, folder }) => id === name || folder === name);
  if (meant.length === 0) {
    const near = nearest(name, [...new Set(categories.flatMap(({ id, folder }) => [id, folder]))]);
    throw new UserError(
      `There is no category ${name}.`,
      near ? `Did you mean ${near}?` : 'Name its folder, e.g. billing.',
    );
  }
  // The same category may have another folder in another language.
  const ids = new Set(meant.map(({ id }) => id));
  return new Set(
    categories.filter(({ id }) => ids.has(id)).map(({ locale, folder }) => `${locale}/${folder}`),
  );
}

/** Of a history that cannot be trusted nothing is said; without any, only if that is wanted. */
async function historyOf(dir: string, missing: ReadonlySet<Source>): Promise<History> {
  if (missing.has('history')) return { commits: new Map() };
  try {
    return await readHistory(dir);
  } catch (error) {
    if (!(error instanceof NoHistory)) throw error;
    throw new UserError(error.message, `${error.hint}\nTo do without: npm run audit -- --without history`);
  }
}

async function feedbackIn(place: string): Promise<AuditFeedback> {
  const store = await openExistingStore(place);
  if (!store) {
    console.error(`No feedback yet: there is no ${place}.`);
    return NO_FEEDBACK;
  }
  try {
    const summary = await store.summary();
    return { ...NO_FEEDBACK, ...summary, articles: summary.articles.map((one) => ({ ...one, days: [] })) };
  } finally {
    await store.close();
  }
}

/** Set by GitHub's and by GitLab's CI for a pull request. */
function baseOfPullRequest({ GITHUB_BASE_REF, CI_MERGE_REQUEST_DIFF_BASE_SHA }: NodeJS.ProcessEnv) {
  return GITHUB_BASE_REF ? `origin/${GITHUB_BASE_REF}` : CI_MERGE_REQUEST_DIFF_BASE_SHA || undefined;
}

function listOf(known: readonly string[]): (text: string, earlier?: string[]) => string[] {
  return (text, earlier = []) => {
    const names = text.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined) {
      const meant = nearest(unknown, known);
      throw new InvalidArgumentError(
        `There is no ${unknown}${meant ? `: did you mean ${meant}?` : `, only ${known.join(', ')}.`}`,
      );
    }
    return [...earlier, ...names];
  };
}

function aDay(text: string): string {
  if (!isDay(text))
    throw new InvalidArgumentError('Write a day that exists as year-month-day, e.g. 2026-03-01.');
  return text;
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(text);
}
