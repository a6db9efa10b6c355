import { type Command, InvalidArgumentError } from 'commander';
import { type AuditFeedback, NO_FEEDBACK } from '../src/core/audit-feedback.ts';
import type { Content } from '../src/core/content.ts';
import { SEVERITIES } from '../src/core/finding.ts';
import { isCause, isChosen } from '../src/core/finding-choice.ts';
import type { History } from '../src/core/history.ts';
import { nearest } from '../src/core/nearest.ts';
import { findWork, rules } from '../src/core/rules/index.ts';
import { seriesOfRevision } from '../src/core/series-of-revision.ts';
import type { Site } from '../src/core/site.ts';
import { UserError } from '../src/core/user-error.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { NoHistory, readHistory } from '../src/readers/git-history.ts';
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
  rule?: string[];
  locale?: string;
  top?: number;
  failOn?: string[];
}

const NAMES = rules.map(({ name }) => name);

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
      .option('--rule <rules>', `only these, separated by commas: ${NAMES.join(', ')}`, listOf(NAMES))
      .option('--locale <language>', 'only articles in this language')
      .option('--top <number>', 'only so many, the most urgent', wholeNumber)
      .option(
        '--fail-on <rules>',
        'exit 1 if there are findings of these rules, or of this severity (error, warning, hint) or a worse one',
        listOf([...SEVERITIES, ...NAMES]),
      ),
  run: async (options) => {
    const content = await withProgress('Reading the articles', readContent(options.content));
    const site = usableSite(content);
    const history = await withProgress('Reading the history', historyOf(options.content));
    const feedback = await withProgress('Reading the feedback', feedbackIn(options.database));
    const series = seriesOfRevision(content.articles, feedback);
    const work = findWork({
      content,
      site,
      feedback,
      series,
      history,
      today: options.today,
      missing: new Set(),
    });

    const found = work.findings.filter((finding) => isChosen(finding, { ...options, rules: options.rule }));
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
    return found.some((finding) => isCause(finding, options.failOn ?? [])) ? EXIT.findings : EXIT.fine;
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

/** Without any history the rules say less, but nothing wrong; of one that cannot be trusted, that is not so. */
async function historyOf(dir: string): Promise<History> {
  try {
    return await readHistory(dir);
  } catch (error) {
    if (!(error instanceof NoHistory)) throw error;
    console.error(`${error.message}\n${error.hint}`);
    return { commits: new Map() };
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

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number from 1.');
  return Number(text);
}
