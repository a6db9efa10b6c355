import { describe, expect, test } from 'vitest';
import { kindOfEdit } from '../../../src/core/edits/edit-kind.ts';
import { type LabelledEdit, labelledEdits, textOf } from './labelled-edits.ts';

/** Share of the changes of substance that may be taken for something smaller. */
const MISSED_AT_MOST = 0.02;

const judged = ({ locale, before, after }: LabelledEdit) =>
  kindOfEdit(textOf(before), textOf(after), { locale });

describe.each(['working'] as const)('of the %s set of edits', (set) => {
  const edits = labelledEdits(set);

  test('no edit of formatting or spelling opens a new series', () => {
    const wrong = edits.filter((edit) => edit.kind !== 'substance' && judged(edit) === 'substance');
    expect(wrong).toEqual([]);
  });

  test('formatting is never more than formatting', () => {
    const more = edits.filter((edit) => edit.kind === 'formatting' && judged(edit) !== 'formatting');
    expect(more).toEqual([]);
  });

  test('nearly every change of substance is found', () => {
    const substance = edits.filter(({ kind }) => kind === 'substance');
    const missed = substance.filter((edit) => judged(edit) !== 'substance');
    expect(missed.length / substance.length).toBeLessThanOrEqual(MISSED_AT_MOST);
  });
});
