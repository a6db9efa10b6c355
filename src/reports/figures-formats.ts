import { figuresCsv } from './figures-csv.ts';
import { figuresJson } from './figures-json.ts';
import { figuresMarkdown } from './figures-markdown.ts';
import type { ReportInput } from './report.ts';
import { reportPage } from './report-page.ts';

/** How a report can be written: for people, for other programs, for a spreadsheet. */
export const REPORT_FORMATS = ['html', 'json', 'csv', 'markdown'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** How the names of files end that hold a format. */
export const FILE_ENDINGS: Readonly<Record<ReportFormat, string>> = {
  html: 'html',
  json: 'json',
  csv: 'csv',
  markdown: 'md',
};

/** How a report is written in a format. A new one is one file and one line here. */
const WRITERS: Readonly<Record<ReportFormat, (input: ReportInput) => string>> = {
  html: reportPage,
  json: ({ figures, demo }) => figuresJson(figures, demo),
  csv: ({ figures, demo }) => figuresCsv(figures, demo),
  markdown: figuresMarkdown,
};

/** The report in a format, with a line break at its end. The same input gives the same bytes. */
export function renderReport(format: ReportFormat, input: ReportInput): string {
  return WRITERS[format](input);
}
