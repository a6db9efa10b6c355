import type { Figures } from '../core/figures/figures.ts';

/**
 * The figures for other programs. Shares are from 0 to 1, scores from -100 to 100, days `2026-03-01`; what too few
 * people stand behind is missing. `version` rises when a name or a meaning changes.
 */
export function figuresJson(figures: Figures): string {
  return `${JSON.stringify({ version: 1, ...figures }, undefined, 2)}\n`;
}
