import { climbInWords } from './page/levels.ts';
import { headlines } from './page/summary.ts';
import { createReport, type ReportInput } from './report.ts';

/** The most important figures for a terminal, one a line. */
export function headlinesText(input: ReportInput): string {
  const report = createReport(input);
  const lines = headlines(report).map(({ figure, text }) => `${figure} ${text}`);
  const climb = climbInWords(report);
  if (climb) lines.push(climb);
  return lines.length > 0 ? lines.join('\n') : report.words.say('report.summary.none');
}
