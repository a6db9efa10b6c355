/**
 * Edits the help centres of a folder in ways whose kind is known, and prints how often `kindOfEdit` is right: which
 * edits of formatting and spelling would open a new series of votes, and which changes of substance would not. Once
 * with the words of the help centre known, once without. No text of theirs is kept or printed, except the words around
 * wrong verdicts with `--show`. Run: `npx node bench/edit-kinds.ts FOLDER [--show] [NAME…]`
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type EditContext, kindOfEdit, vocabularyOf } from '../src/core/edits/edit-kind.ts';
import { EDIT_KINDS, type EditKind } from '../src/core/series/vote-series.ts';
import { importFolder } from '../src/importers/import-folder.ts';
import { splitFrontmatter } from '../src/readers/frontmatter.ts';
import { readOutline } from '../src/readers/outline.ts';
import type { LabelledEdit } from '../tests/core/edits/labelled-edits.ts';
import { makeEdits } from './edit-kinds/make-edits.ts';
import { wordsAround } from './edit-kinds/words-around.ts';

/** Edits of each sort and language of a help centre. */
const PER_MAKER = 60;
/** Longer articles are left out: a million letters would be searched for a place to edit. */
const LONGEST = 40_000;

const args = process.argv.slice(2);
const shows = args.includes('--show');
const [folder, ...wanted] = args.filter((arg) => arg !== '--show');
if (!folder) {
  console.error('Name a folder that holds help centres: npx node bench/edit-kinds.ts ../corpora');
  process.exit(2);
}
console.log('| help centre | language | words known | kind | edits | new series | wrong | µs an edit |');
console.log('| --- | --- | --- | --- | --: | --: | --: | --: |');
const totals = new Map<string, { edits: number; wrong: number }>();
for (const name of await corporaIn(folder)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const [locale, texts] of await textsOf(path.join(folder, name))) measure(name, locale, texts);
}
for (const [key, { edits, wrong }] of totals)
  console.log(`| all | ${key} | ${edits} | | ${share(wrong, edits)} | |`);

function measure(name: string, locale: string, texts: readonly string[]): void {
  const edits = makeEdits(texts, locale, { perMaker: PER_MAKER });
  const vocabulary = vocabularyOf(texts.map(textOf));
  for (const context of [{ locale, vocabulary }, { locale }] satisfies EditContext[]) {
    const known = 'vocabulary' in context ? 'yes' : 'no';
    for (const kind of EDIT_KINDS) {
      const some = edits.filter((edit) => edit.kind === kind);
      const pairs = some.map((edit) => [textOf(edit.before), textOf(edit.after), edit] as const);
      const started = performance.now();
      const verdicts = pairs.map(
        ([before, after, edit]) => [kindOfEdit(before, after, context), edit] as const,
      );
      const microseconds = ((performance.now() - started) * 1000) / some.length;
      const opened = verdicts.filter(([verdict]) => verdict === 'substance').length;
      const wrong = verdicts.filter(([verdict]) => (verdict === 'substance') !== (kind === 'substance'));
      if (shows) for (const [verdict, edit] of wrong) show(verdict, edit, known);
      const language = locale === 'de' || locale === 'en' ? locale : 'other';
      const key = `${language} | ${known} | ${kind}`;
      const total = totals.get(key) ?? { edits: 0, wrong: 0 };
      totals.set(key, { edits: total.edits + some.length, wrong: total.wrong + wrong.length });
      const cells = [name, locale, known, kind, some.length, opened, share(wrong.length, some.length)];
      console.log(`| ${cells.join(' | ')} | ${microseconds.toFixed(0)} |`);
    }
  }
}

function show(verdict: EditKind, { note, before, after }: LabelledEdit, known: string): void {
  console.log(
    `  ${known === 'yes' ? 'words known' : 'unknown'}, ${note} taken for ${verdict}: ${wordsAround(before, after)}`,
  );
}

/** The Markdown of the articles of a help centre, by language. */
async function textsOf(dir: string): Promise<Map<string, string[]>> {
  const { texts, articles } = await importFolder(dir, { today: '2026-01-01' });
  const bodies = articles
    .filter((file) => file.endsWith('.md'))
    .map((file) => [file.split('/')[0] ?? '', bodyOf(texts.get(file) ?? '')] as const)
    .filter(([, body]) => body.length < LONGEST);
  return new Map(
    [...Map.groupBy(bodies, ([locale]) => locale)].map(([locale, some]) => [
      locale,
      some.map(([, body]) => body),
    ]),
  );
}

/** What stands in comments is not read. */
function bodyOf(article: string): string {
  return splitFrontmatter(article).body.replace(/<!--[\s\S]*?-->/g, '');
}

function textOf(markdown: string) {
  return { title: '', sections: readOutline(markdown, 'md').sections };
}

async function corporaIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.filter((name) => name.startsWith('corpus-')).sort();
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${part} (${((100 * part) / whole).toFixed(1)} %)`;
}
