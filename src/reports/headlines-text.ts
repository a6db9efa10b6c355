import { climbInWords } from './page/levels.ts';
import { type Headline, headlines } from './page/summary.ts';
import { createReport, type ReportInput } from './report.ts';

/** The most important figures for a terminal, one a line. */
export function headlinesText(input: ReportInput): string {
  const report = createReport(input);
  const lines = headlines(report).map((headline) => `${headline.figure} ${meaningOf(headline)}`);
  const climb = climbInWords(report);
  if (climb) lines.push(climb);
  return lines.length > 0 ? lines.join('\n') : report.words.say('report.summary.none');
}

/** What a figure says, and how it moved where chance does not explain that. */
export function meaningOf({ text, change }: Headline): string {
  return change && change.verdict !== 'open' ? `${text}. ${change.text}` : text;
}
