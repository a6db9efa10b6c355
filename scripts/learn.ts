import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { type AnsweredSearch, AnsweredSearches } from '../src/core/learning/answered-searches.ts';
import { FEWEST_DAYS, FEWEST_READERS } from '../src/core/learning/evidence.ts';
import { learn } from '../src/core/learning/learn.ts';
import { formsBy } from '../src/core/learning/phrasing.ts';
import { UserError } from '../src/core/user-error.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { learntChanges } from '../src/readers/learnt-changes.ts';
import { learntJson } from '../src/reports/learnt-json.ts';
import { learntPatch } from '../src/reports/learnt-patch.ts';
import { evidenceText, learntText } from '../src/reports/learnt-text.ts';
import { loadLanguage } from '../src/search/language.ts';
import { openExistingStore } from '../src/stores/existing.ts';
import { contentOption, databaseOption, EXIT, runCommand } from './command.ts';
import { withProgress } from './progress.ts';

interface Options {
  content: string;
  database: string;
  minReaders: number;
  format: 'patch' | 'json';
  output?: string;
  apply?: true;
}

await runCommand<Options>({
  name: 'learn',
  summary:
    'Proposes the words of your readers for `questions:` and synonyms.yaml, as a patch that you accept or not: ' +
    `phrasings with which at least ${FEWEST_READERS} readers on ${FEWEST_DAYS} days found an article that helped.`,
  examples: [
    ['npm run learn', 'prints what is proposed, and why'],
    ['npm run learn -- --output learnt.patch', 'writes it to a file, for git apply learnt.patch'],
    ['npm run learn -- --apply', 'writes it into the articles: delete there what does not fit'],
    ['npm run learn -- --min-readers 10', 'only what more readers said'],
    ['npm run learn -- --format json', 'the proposals for other programs'],
  ],
  options: (command) =>
    command
      .addOption(contentOption())
      .addOption(databaseOption())
      .option('--min-readers <count>', 'readers that a proposal needs', aNumberOfReaders, FEWEST_READERS)
      .addOption(new Option('--format <format>', 'what to write').choices(['patch', 'json']).default('patch'))
      .option('--output <file>', 'where to write it (default: it is printed)')
      .addOption(new Option('--apply', 'change the files at once').conflicts(['format', 'output'])),
  run: async ({ content: folder, database, minReaders: fewestReaders, format, output, apply }) => {
    const content = await withProgress('Reading the articles', readContent(folder));
    const searches = await withProgress('Reading what readers searched for', searchesIn(database));
    const languages = await languagesOf(searches);
    const formOf = formsBy((word, locale) => languages.get(locale)?.stemOf(word) ?? word);
    const learnt = learn({ ...content, searches, formOf, fewestReaders });
    const { changes, refused } = await learntChanges(content.dir, learnt);

    const isPrinted = !apply && !output;
    const say = isPrinted ? console.error : console.log;
    if (apply) {
      for (const { file, after, proposals } of changes) {
        await write(path.join(content.dir, file), after);
        say([file, ...proposals.map((proposal) => `  ${evidenceText(proposal)}`)].join('\n'));
      }
    } else if (format === 'json' || changes.length > 0) {
      const text = format === 'json' ? learntJson(changes) : learntPatch(changes, seenFromHere(content.dir));
      if (output) await write(output, text);
      else process.stdout.write(text);
    }
    for (const { file, proposals } of refused) {
      say(`${file} cannot be added to as it is written; add by hand what fits:`);
      for (const proposal of proposals) say(`  ${evidenceText(proposal)}`);
    }
    say(learntText(learnt, fewestReaders));
    if (changes.length > 0) say(whatNext({ dir: content.dir, output, apply, format }));
    return EXIT.fine;
  },
});

async function searchesIn(database: string): Promise<AnsweredSearch[]> {
  const store = await openExistingStore(database);
  if (!store) {
    throw new UserError(
      `There is no feedback to learn from: ${database} does not exist.`,
      'Searches and votes get there while readers use the site with its collector: `npm start`, or `npm run collector` ' +
        'for a site elsewhere. --database or FEEDBACK_DATABASE names another place.',
    );
  }
  try {
    const searches = new AnsweredSearches();
    for await (const submission of store.submissions()) searches.add(submission);
    return searches.all();
  } finally {
    await store.close();
  }
}

async function languagesOf(searches: readonly AnsweredSearch[]) {
  const locales = [...new Set(searches.map(({ locale }) => locale))];
  return new Map(
    await Promise.all(locales.map(async (locale) => [locale, await loadLanguage(locale)] as const)),
  );
}

/** The content folder as the patch names it: from here if it lies here, else the patch is applied in it. */
function seenFromHere(dir: string): string {
  const relative = path.relative(process.cwd(), dir).split(path.sep).join('/');
  return relative.startsWith('..') || path.isAbsolute(relative) ? '' : relative;
}

function whatNext({
  dir,
  output,
  apply,
  format,
}: Pick<Options, 'output' | 'apply' | 'format'> & { dir: string }) {
  if (apply)
    return 'Delete from the files what does not fit (git diff shows the new lines), then npm run check.';
  const apart = 'To choose, run npm run learn -- --apply and delete from the files what does not fit.';
  if (format === 'json') return apart;
  const isHere = seenFromHere(dir) !== '' || dir === process.cwd();
  const all = isHere
    ? `git apply ${output ?? 'FILE'}`
    : `git -C ${dir} apply ${output ? path.resolve(output) : 'FILE'}`;
  return output
    ? `Wrote ${output}. Accept all of it with ${all}\n${apart}`
    : `Accept all of it with --output FILE and ${all}\n${apart}`;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new UserError(
      `${file} cannot be written: ${error instanceof Error ? error.message : error}`,
      'Name another place, or look at who may write there.',
    );
  }
}

function aNumberOfReaders(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= FEWEST_READERS) return count;
  throw new InvalidArgumentError(
    `Write a whole number of at least ${FEWEST_READERS}: fewer readers could be one who is recognised by their words.`,
  );
}
