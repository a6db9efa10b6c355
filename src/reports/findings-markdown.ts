import type { Finding } from '../core/finding.ts';
import { code, codeBlock, link, prose } from '../core/quoting/markdown.ts';
import { inLocale } from '../core/site.ts';
import { type AuditReport, pagesOf, type SubjectPage, scopeInWords } from './audit-report.ts';
import { fileInRepository } from './file-in-repository.ts';
import { detailsOf, quoted } from './finding-details.ts';
import { countInWords } from './findings-text.ts';

/**
 * Findings for a pull request, an issue or a weekly mail: how many there are, then a list for each owner, the owner
 * with the most urgent finding first. Whatever stands in a finding is shown as text: it calls nobody, links nowhere
 * and closes nothing.
 */
export function findingsMarkdown(report: AuditReport): string {
  const { findings, site } = report;
  const pages = pagesOf(report);
  const owners = Map.groupBy(findings, ({ owner }) => owner ?? '');
  const lists = [...owners].map(([owner, members]) => {
    const heading = owner ? prose(owner) : 'Without an owner';
    const items = members.map((finding, index) => item(finding, index + 1, report, pages.get(finding.file)));
    return [...(owners.has('') && owners.size === 1 ? [] : [`### ${heading}`]), ...items].join('\n\n');
  });
  return [
    `## What to mend next in ${prose(inLocale(site.title, 'en', site.locales[0]))}`,
    `**${countInWords(findings)}** ${scopeInWords(report)}`,
    ...lists,
  ].join('\n\n');
}

function item(finding: Finding, place: number, report: AuditReport, page?: SubjectPage): string {
  const { rule, severity, locale, file, line, message, hint, proposal } = finding;
  const where = code(`${fileInRepository(file, report)}:${line}`);
  const subject = page ? `${link(page.title, page.address)}${locale ? ` (${prose(locale)})` : ''}` : where;
  const details = [...detailsOf(finding), ...(page ? [where] : [])].join(', ');
  const parts = [
    [
      `**${severity}** ${code(rule)} ${subject}`,
      prose(message),
      `→ ${prose(hint)}`,
      ...(details ? [details] : []),
    ].join('\n'),
    quoted(finding)
      .map((quote) => `> ${prose(quote)}`)
      .join('\n>\n'),
    ...(proposal
      ? [`Into ${code(fileInRepository(proposal.file, report))}:`, codeBlock(proposal.text, proposal.file)]
      : []),
  ];
  const mark = `${place}. `;
  const lines = parts.filter((part) => part !== '').flatMap((part) => ['', ...part.split('\n')]);
  return lines
    .slice(1)
    .map((text, index) => (index === 0 ? mark : text && ' '.repeat(mark.length)) + text)
    .join('\n');
}
