import type { StoredAnswers } from '../feedback.ts';
import { SheetReader } from '../survey/sheet-reader.ts';
import type { Survey } from '../survey/survey.ts';
import { EarlierWordingTally } from './earlier-wordings.ts';
import { FreeTextTally } from './free-texts.ts';
import { sheetLevels } from './level-figures.ts';
import { SheetTable } from './sheet-table.ts';

/** Takes in survey sheets one at a time. Answers to questions that the survey no longer asks are left out. */
export class SurveyTally {
  readonly table: SheetTable;
  readonly texts = new FreeTextTally();
  readonly earlier = new EarlierWordingTally();
  readonly #reader: SheetReader;

  /** @param locales The languages of the site; readers see the first where their own is missing. */
  constructor(survey: Survey, locales: readonly string[]) {
    this.table = new SheetTable(survey);
    this.#reader = new SheetReader(survey, locales);
  }

  add(sheet: StoredAnswers): void {
    const given = this.#reader.read(sheet);
    this.table.add(sheet, given);
    const texts = [...given].flatMap(([question, value]) =>
      question.kind === 'text' ? [[question, String(value)] as const] : [],
    );
    if (texts.length > 0) this.texts.add(texts, sheet, sheetLevels(given));
    for (const answer of this.#reader.earlier(sheet)) {
      this.earlier.add(answer, sheet.locale, sheet.received);
    }
  }
}
