import { LevelTally, type PyramidFigures } from './level-figures.ts';
import { named, type QuestionFigures, questionFigures } from './question-figures.ts';
import type { SheetDivision, SheetGroups } from './sheet-groups.ts';
import type { SheetTable } from './sheet-table.ts';
import { visibleParts } from './small-groups.ts';

/** A group of sheets, of which to show only what may be shown. */
export interface SheetGroup {
  division: SheetDivision;
  /** Its number in the tree of the division. */
  group: number;
  /** The sheets that belong to it, by their numbers. */
  sheets: Int32Array;
}

/** The levels in the answers of a group. */
export function groupPyramid(
  table: SheetTable,
  groups: SheetGroups,
  { division, group, sheets }: SheetGroup,
  limit: number,
): PyramidFigures {
  const tally = new LevelTally(table.questions);
  for (const levels of table.expectations(sheets)) tally.addLevels(levels);
  return tally.figures(limit, {
    isShown: (level) => groups.isShown(level, division, group),
    isScaleShown: groups.isShown('all-levels', division, group),
  });
}

/** One question in the answers of a group, if it may be shown. */
export function groupQuestion(
  table: SheetTable,
  groups: SheetGroups,
  { division, group, sheets }: SheetGroup,
  index: number,
): QuestionFigures | undefined {
  const question = table.questions[index];
  if (!question || !groups.isShown(index, division, group)) return undefined;
  return questionFigures(question, table.counts(index, sheets));
}

/**
 * All questions but those answered with a text, in the order of the survey. The questions of a level are parts of it:
 * what one hides, the level must not give away.
 */
export function groupQuestions(table: SheetTable, groups: SheetGroups, of: SheetGroup): QuestionFigures[] {
  const indices = [...table.questions.keys()].filter((index) => table.questions[index]?.kind !== 'text');
  const visible = new Set<number>();
  for (const part of Map.groupBy(indices, (index) => table.questions[index]?.level ?? index).values()) {
    const parts = visibleParts(
      part.map((index) => groups.size(index, of.division, of.group)),
      part.map((index) => !groups.isShown(index, of.division, of.group)),
    );
    for (const [place, index] of part.entries()) if (parts[place]) visible.add(index);
  }
  return indices.flatMap((index) => {
    const question = table.questions[index];
    if (!question) return [];
    return (visible.has(index) && groupQuestion(table, groups, of, index)) || named(question);
  });
}
