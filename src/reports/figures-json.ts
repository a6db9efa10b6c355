import type { Figures } from '../core/figures/figures.ts';
import { quietJson } from '../core/quoting/safe-text.ts';

/** The document that {@link figuresJson} writes. */
export type FiguresDocument = {
  /** Rises when a name goes or changes its meaning. */
  version: 2;
  /** `true` where the feedback is made up. */
  demo?: true;
} & Figures;

/**
 * The figures for other programs, under the names of {@link Figures}: `period` and `before` with which it compares,
 * `votes`, `articles`, `moved`, `categories`, `searches`, `contacts`, `survey`, `groups`, `locales`, `aside`. Shares and their
 * differences are from -1 to 1, scores from -100 to 100, days `2026-03-01`; a figure's `low` and `high` say where the
 * true one lies. What too few people stand behind is missing.
 */
export function figuresJson(figures: Figures, demo = false): string {
  const document: FiguresDocument = { version: 2, ...(demo && { demo }), ...figures };
  return `${quietJson(document)}\n`;
}
