import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Change, Proposal } from '../core/learning/change.ts';
import type { Learnt } from '../core/learning/learn.ts';
import type { NewQuestion } from '../core/learning/new-questions.ts';
import type { NewSynonym } from '../core/learning/new-synonyms.ts';
import { addToList } from './yaml-list.ts';

const SYNONYMS = 'synonyms.yaml';

/** What would change in a content folder, and what cannot be written without rewriting a list of its author's. */
export interface LearntChanges {
  changes: Change[];
  refused: { file: string; proposals: Proposal[] }[];
}

/** Reads the files that proposals are for, and writes each proposal into a copy. */
export async function learntChanges(dir: string, { questions, synonyms }: Learnt): Promise<LearntChanges> {
  const result: LearntChanges = { changes: [], refused: [] };
  for (const [file, proposals] of Map.groupBy(questions, ({ article }) => article.path)) {
    const before = await readFile(path.join(dir, file), 'utf8');
    note(result, file, before, withQuestions(before, proposals), proposals);
  }
  if (synonyms.length > 0) {
    const before = await readFile(path.join(dir, SYNONYMS), 'utf8').catch(() => undefined);
    note(result, SYNONYMS, before, withSynonyms(before ?? '', synonyms), synonyms);
  }
  result.changes.sort((a, b) => (a.file < b.file ? -1 : 1));
  return result;
}

function note(
  { changes, refused }: LearntChanges,
  file: string,
  before: string | undefined,
  after: string | undefined,
  proposals: Proposal[],
): void {
  if (after === undefined) refused.push({ file, proposals });
  else changes.push({ file, ...(before !== undefined && { before }), after, proposals });
}

/** The frontmatter's lines, with the end of the last. Windows' line ends and a byte order mark stay as they are. */
const FRONTMATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?\n)(?=---[ \t]*(?:\r?\n|$))/;

function withQuestions(file: string, proposals: readonly NewQuestion[]): string | undefined {
  const [all, start = '', yaml = ''] = FRONTMATTER.exec(file) ?? [];
  if (all === undefined) return undefined;
  const asked = proposals.map(({ question }) => question);
  const longer = addToList(yaml, ['questions'], asked);
  return longer === undefined ? undefined : start + longer + file.slice(all.length);
}

function withSynonyms(file: string, proposals: readonly NewSynonym[]): string | undefined {
  return proposals.reduce<string | undefined>((text, { locale, group, known, asked }) => {
    if (text === undefined) return undefined;
    return group === undefined
      ? addToList(text, [locale], [[known, asked]])
      : addToList(text, [locale, group], [asked]);
  }, file);
}
