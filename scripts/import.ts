import { InvalidArgumentError, Option } from 'commander';
import { importFolder } from '../src/importers/import-folder.ts';
import { importReport } from '../src/importers/import-report.ts';
import { languageOf } from '../src/importers/language.ts';
import { writeImport } from '../src/importers/write-import.ts';
import { contentOption, EXIT, runCommand, todayOption } from './command.ts';
import { withProgress } from './progress.ts';

interface Options {
  content: string;
  locales?: string[];
  dryRun?: boolean;
  force?: boolean;
  format: 'text' | 'json';
  today: string;
}

await runCommand<Options>({
  name: 'import',
  summary:
    'Brings a folder of Markdown of another system (Hugo, Zola, Jekyll, VitePress, Docusaurus, or plain), or of ' +
    'questions and answers in JSON, into the content folder, with its pictures. Says what could not be carried over.',
  examples: [
    ['npm run import -- ../old-help --dry-run', 'look first: writes nothing'],
    ['npm run import -- ../old-help', 'import into content/'],
    ['npm run import -- ../old-help --content help --locales de,en', 'only German and English, into help/'],
  ],
  options: (command) =>
    command
      .argument('<from>', 'folder to import')
      .addOption(contentOption())
      .option(
        '--locales <list>',
        'only these languages, e.g. de,en; files that do not say theirs are in the first that no other file is in',
        locales,
      )
      .option('--dry-run', 'say what would be done, and write nothing')
      .option('--force', 'replace articles and pictures that are there already')
      .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
      .addOption(todayOption()),
  async run({ content, locales: wanted, dryRun, force, format, today }, [from = '']) {
    const imported = await withProgress(`Reading ${from}`, importFolder(from, { locales: wanted, today }));
    await writeImport(imported, content, { force, dryRun });
    if (format === 'json') {
      const { articles, copies, losses } = imported;
      const figures = {
        articles: articles.length,
        locales: Object.fromEntries(imported.locales),
        files: copies.size,
      };
      console.log(JSON.stringify({ version: 1, ...figures, losses }, undefined, 2));
    } else console.log(importReport(imported, content, { dryRun }));
    return EXIT.fine;
  },
});

function locales(list: string): string[] {
  return list.split(',').map((code) => {
    const locale = languageOf(code.trim());
    if (!locale) throw new InvalidArgumentError(`"${code}" is not the name of a language: write e.g. de,en`);
    return locale;
  });
}
