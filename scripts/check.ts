import { Option } from 'commander';
import { findMistakes } from '../src/core/checks/index.ts';
import { byPlace } from '../src/core/finding.ts';
import { findUnfindable } from '../src/core/rules/unfindable.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { findingsJson } from '../src/reports/findings-json.ts';
import { findingsText } from '../src/reports/findings-text.ts';
import { terminalOf } from '../src/reports/terminal.ts';
import { placeGoldenQueries } from '../src/search/place-golden-queries.ts';
import { contentOption, EXIT, runCommand, todayOption } from './command.ts';
import { withProgress } from './progress.ts';

interface Options {
  content: string;
  today: string;
  format: 'text' | 'json';
  revisions: boolean;
}

await runCommand<Options>({
  name: 'check',
  summary:
    'Finds every mistake in the articles and settings, with file, line and what to do. Exit 1 on errors.',
  examples: [
    ['npm run check', 'all of content/'],
    ['npm run check -- --content ../help', 'another folder'],
    ['npm run check -- --format json', 'for other programs'],
    ['npm run check -- --revisions', 'the revision of each article, for `translates`'],
  ],
  options: (command) =>
    command
      .addOption(contentOption())
      .addOption(todayOption())
      .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
      .option('--revisions', 'print id, language, revision and file of each article instead', false),
  run: async ({ content: dir, today, format, revisions }) => {
    const content = await withProgress('Reading the articles', readContent(dir));
    if (revisions) {
      for (const { id, locale, revision, path } of content.articles) {
        console.log([id, locale, revision, path].join('\t'));
      }
      return EXIT.fine;
    }
    const placements = await withProgress('Asking the golden queries', placeGoldenQueries(content, today));
    const findings = [...findMistakes(content, today), ...findUnfindable(placements, content)].sort(byPlace);
    if (format === 'json') console.log(findingsJson(findings));
    else {
      console.log(findingsText(findings, { folder: dir, terminal: terminalOf(process.stdout) }));
      const { length } = content.articles;
      console.log(`Checked ${length} ${length === 1 ? 'article' : 'articles'}.`);
    }
    return findings.some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.fine;
  },
});
