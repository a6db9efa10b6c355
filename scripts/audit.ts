import { type Command, InvalidArgumentError } from 'commander';
import { votesAside } from '../src/core/aside-in-words.ts';
import { publishedArticles } from '../src/core/content.ts';
import { articlesNamed, explain } from '../src/core/explanation.ts';
import { type Finding, SEVERITIES } from '../src/core/finding.ts';
import { fails, isChosen } from '../src/core/finding-choice.ts';
import { nearest } from '../src/core/nearest.ts';
import { findWork, RULE_NAMES, rules, type Work } from '../src/core/rules/index.ts';
import { SOURCES, type Source } from '../src/core/rules/rule.ts';
import { UserError } from '../src/core/user-error.ts';
import { readPast } from '../src/readers/article-past.ts';
import { touchedFiles } from '../src/readers/touched-files.ts';
import { AUDIT_FORMATS, type AuditFormat, renderAudit } from '../src/reports/audit-formats.ts';
import { explanationJson } from '../src/reports/explanation-json.ts';
import { explanationText } from '../src/reports/explanation-text.ts';
import { plural } from '../src/reports/plural.ts';
import { terminalOf } from '../src/reports/terminal.ts';
import { choiceOf } from './audit-choice.ts';
import { type AuditSubject, folderInRepository, readSubject } from './audit-subject.ts';
import {
  aDay,
  contentOption,
  databaseAlias,
  EXIT,
  feedbackOption,
  LINK_CACHE,
  runCommand,
  todayOption,
} from './command.ts';
import { runIssues, TRACKERS, type TrackerName } from './issues.ts';

interface Options {
  content: string;
  feedback: string;
  database?: string;
  links?: string;
  today: string;
  format: AuditFormat;
  owner?: string;
  category?: string;
  rule?: string[];
  locale?: string;
  since?: string;
  top?: number;
  explain?: string;
  failOn?: string[];
  base?: string;
  without?: string[];
  issues?: TrackerName;
  repository?: string;
  dryRun?: boolean;
}

await runCommand<Options>({
  name: 'audit',
  summary:
    'Lists what to mend next in the articles, what costs most readers first: answers that do not help, ' +
    'translations that are behind, searches that end nowhere, reviews that are due. A list of work is normal, so ' +
    'the command succeeds unless --fail-on says otherwise.',
  examples: [
    ['npm run audit', 'the whole list'],
    ['npm run audit -- --owner billing-team --top 10', 'the ten most urgent of one team'],
    ['npm run audit -- --rule unhelpful --locale de', 'one rule, one language'],
    ['npm run audit -- --explain billing/refund', 'everything that is known of one article'],
    ['npm run -s audit -- --format html > audit.html', 'a page with the trend of each article'],
    ['npm run audit -- --fail-on error', 'exit 1 if votes prove an article unhelpful; for CI'],
    ['npm run audit -- --issues github --dry-run', 'the calls that would open and close issues'],
    ['npm run audit -- --without votes', 'before anybody has voted'],
  ],
  options: (command: Command) =>
    command
      .addOption(contentOption())
      .addOption(feedbackOption())
      .addOption(databaseAlias())
      .option('--links <file>', `what npm run links saw (default: "${LINK_CACHE}", if it is there)`)
      .addOption(todayOption())
      .addOption(
        command
          .createOption('--format <format>', 'how to print it')
          .choices([...AUDIT_FORMATS])
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
      .option('--explain <article>', 'all that is known of one article: its id, file or address')
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
      .addOption(
        command
          .createOption('--issues <tracker>', 'keep one issue for each article that needs work')
          .choices([...TRACKERS])
          // An issue is closed when the list has nothing more on its article: a part of the list would close the others.
          .conflicts(['owner', 'category', 'rule', 'locale', 'since', 'top']),
      )
      .option('--repository <name>', 'with --issues: where they are, e.g. example/help')
      .option('--dry-run', 'with --issues: only print the calls')
      .option('--without <sources>', `leave these out: ${SOURCES.join(', ')}`, listOf(SOURCES)),
  run: async (options) => {
    if (options.explain !== undefined && !['text', 'json'].includes(options.format)) {
      throw new UserError(
        'One article is explained as text or as JSON only.',
        'Add --format text or --format json.',
      );
    }
    const missing = new Set(options.without as Source[]);
    const feedback = options.database ?? options.feedback;
    const subject = await readSubject({ ...options, feedback, missing });
    const choice = choiceOf(options, subject);
    const { failOn: causes = [], base } = options;
    const touched = causes.length > 0 && base ? await touchedFiles(options.content, base) : new Set<string>();
    const work = findWork(subject);
    const found = work.findings.filter((finding) => isChosen(finding, choice));

    if (options.explain !== undefined) await printExplanation(options, subject, work);
    else if (options.issues) {
      const articles = publishedArticles(subject.content, options.today);
      await runIssues({ ...options, ...subject, tracker: options.issues, findings: work.findings, articles });
    } else await printList(options, subject, work, found);

    const grounds = new Map(rules.map(({ name, rests }) => [name, rests]));
    return found.some((finding) => fails(finding, { causes, grounds, touched })) ? EXIT.findings : EXIT.fine;
  },
});

async function printList(
  options: Options,
  subject: AuditSubject,
  work: Work,
  found: Finding[],
): Promise<void> {
  const { content, site, series } = subject;
  const findings = found.slice(0, options.top);
  const report = {
    findings,
    found: found.length,
    articles: publishedArticles(content, options.today),
    votes: work.votes,
    aside: subject.feedback.aside,
    today: options.today,
    folder: options.content,
    folderInRepository: await folderInRepository(options.content),
    series,
    site,
    rules,
  };
  process.stdout.write(renderAudit(options.format, report, terminalOf(process.stdout)));
  // What other programs read holds nothing but the list.
  const say = options.format === 'text' ? console.log : console.error;
  if (findings.length < found.length) say(`These are the first ${findings.length} of ${found.length}.`);
  say(
    `Looked at ${plural(work.articles, 'article')} and ${plural(work.votes, 'vote')} since their last change of substance.`,
  );
  const aside = votesAside(subject.feedback.aside);
  if (aside) say(aside);
  if (work.silenced > 0) say(`Silenced in the articles: ${work.silenced}.`);
  const mistakes = content.findings.filter(({ severity }) => severity === 'error').length;
  if (mistakes > 0)
    console.error(`Not all could be read (${plural(mistakes, 'mistake')}): npm run check says where.`);
}

async function printExplanation(
  { explain: name = '', locale, content, format }: Options,
  subject: AuditSubject,
  { findings }: Work,
): Promise<void> {
  const articles = articlesNamed(name, subject.content.articles, locale);
  const known = await Promise.all(
    articles.map(async (article) => explain(article, subject, findings, await readPast(article, subject))),
  );
  console.log(
    format === 'json'
      ? explanationJson(known)
      : known.map((one) => explanationText(one, content)).join('\n\n'),
  );
}

/** Set by GitHub's and by GitLab's CI for a pull request. */
function baseOfPullRequest({ GITHUB_BASE_REF, CI_MERGE_REQUEST_DIFF_BASE_SHA }: NodeJS.ProcessEnv) {
  return GITHUB_BASE_REF ? `origin/${GITHUB_BASE_REF}` : CI_MERGE_REQUEST_DIFF_BASE_SHA || undefined;
}

function listOf(known: readonly string[]): (text: string, earlier?: string[]) => string[] {
  return (text, earlier = []) => {
    const names = text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    if (names.length === 0) throw new InvalidArgumentError(`Name some of ${known.join(', ')}.`);
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
