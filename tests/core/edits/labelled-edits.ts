import { readFileSync } from 'node:fs';
import type { EditedText } from '../../../src/core/edits/edit-kind.ts';
import type { EditKind } from '../../../src/core/series/vote-series.ts';
import { readOutline } from '../../../src/readers/outline.ts';

/** Two Markdown texts and what the edit between them changed. */
export interface LabelledEdit {
  id: string;
  locale: string;
  kind: EditKind;
  note: string;
  before: string;
  after: string;
}

/** The edits of one of the sets in `tests/fixtures/edits`. */
export function labelledEdits(set: 'working' | 'held-out'): LabelledEdit[] {
  return readFileSync(`tests/fixtures/edits/${set}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledEdit);
}

/** Markdown as an article without a title. */
export function textOf(markdown: string): EditedText {
  return { title: '', sections: readOutline(markdown, 'md').sections };
}
