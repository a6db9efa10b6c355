/**
 * Makes edits out of the sample content and puts them into `tests/fixtures/edits`, beside those written by hand. A
 * third of all is kept apart, chosen by a hash of the texts. The fixtures are committed and do not follow the content;
 * run this only to begin a whole new set. Run: `npx node bench/edit-kinds/write-fixtures.ts BY_HAND.jsonl…`
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { splitFrontmatter } from '../../src/readers/frontmatter.ts';
import type { LabelledEdit } from '../../tests/core/edits/labelled-edits.ts';
import { hashOf } from '../search/seeded-random.ts';
import { makeEdits } from './make-edits.ts';

const PER_MAKER = 6;
const FIXTURES = 'tests/fixtures/edits';

const byHand = process.argv.slice(2).flatMap((file) => linesOf(readFileSync(file, 'utf8')));
const made = ['de', 'en'].flatMap((locale) =>
  makeEdits(sectionsIn(`content/${locale}`), locale, { perMaker: PER_MAKER }),
);
const edits = [...byHand, ...made];
for (const [set, some] of Map.groupBy(edits, setOf)) {
  writeFileSync(
    path.join(FIXTURES, `${set}.jsonl`),
    some.map((edit) => `${JSON.stringify(edit)}\n`).join(''),
  );
  console.log(set, some.length);
}

/** The chapters of all articles that are long enough to edit and short enough to look at. */
function sectionsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.endsWith('index.md'))
    .sort()
    .flatMap((file) =>
      splitFrontmatter(readFileSync(path.join(folder, file), 'utf8')).body.split(/\n(?=## )/),
    )
    .map((text) => `${text.trim()}\n`)
    .filter(({ length }) => length > 200 && length < 900);
}

function setOf({ before, after }: LabelledEdit): 'held-out' | 'working' {
  return (hashOf(`${before} → ${after}`) >>> 5) % 3 === 0 ? 'held-out' : 'working';
}

function linesOf(text: string): LabelledEdit[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LabelledEdit);
}
