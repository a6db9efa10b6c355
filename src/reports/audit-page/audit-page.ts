import { html } from 'hono/html';
import { oneLine } from '../../core/quoting/safe-text.ts';
import { inLocale } from '../../core/site.ts';
import { type AuditReport, pagesOf, scopeInWords } from '../audit-report.ts';
import { countInWords } from '../findings-text.ts';
import { pageScript } from '../page/page-script.ts';
import { nothingYet, section } from '../page/section.ts';
import { sheet } from '../page/sheet.ts';
import { style } from '../page/style.ts';
import type { Html } from '../report.ts';
import { createWords } from '../words.ts';
import { entry } from './entry.ts';
import { classesOf, facetsOf, filterStyle, filters } from './filters.ts';
import { preselect } from './preselect.ts';
import { AUDIT_STYLE } from './style.ts';

/** The list as one HTML page. It can be narrowed to an owner, a rule, a severity or a language by its style alone. */
export function auditPage(report: AuditReport): string {
  const { findings, site, today } = report;
  const words = createWords({}, 'en-GB');
  const name = inLocale(site.title, 'en', site.locales[0]);
  const facets = facetsOf(findings);
  const rules = rulesIn(report);
  const context = {
    report,
    words,
    pages: pagesOf(report),
    explained: new Set(rules.map((rule) => rule.name)),
  };
  const entries = findings.map((finding, index) =>
    entry(finding, index + 1, classesOf(finding, facets), context),
  );
  return sheet({
    language: 'en',
    title: 'What to mend next',
    site: name,
    scope: `${countInWords(findings)} ${scopeInWords(report, words.day(today))}`,
    style: style(site.brand.accent) + AUDIT_STYLE + filterStyle(facets),
    content: html`<main>
      ${filters(facets)}
      ${
        findings.length === 0
          ? nothingYet('Come back when readers have voted, or when a review falls due.')
          : html`<ol class="works">${entries}</ol><p class="end">That is all of this list.</p>${notes(rules)}`
      }
    </main>`,
    script: pageScript(preselect),
  });
}

/** The rules that speak in this list. */
function rulesIn({ rules, findings }: AuditReport): AuditReport['rules'] {
  const speaking = new Set(findings.map(({ rule }) => rule));
  return rules.filter(({ name }) => speaking.has(name));
}

/** How the list is meant. */
function notes(rules: AuditReport['rules']): Html {
  const meanings = rules.map(
    ({ name, summary }) => html`<dt id="rule-${name}">${name}</dt>
      <dd>${oneLine(summary)}</dd>`,
  );
  return section(
    'notes',
    'How to read this list',
    html`<dl>
      ${meanings}
      <dt>Readers affected</dt>
      <dd>How many readers an article has had since it last changed what it says, times how likely it fails them. The
        list is in this order.</dd>
      <dt>The picture of an article’s votes</dt>
      <dd>The line is the share of readers who voted that it helped; the band around it is where the share of all
        readers probably lies (95 %). It is wide where few have voted. An upright line stands where the text changed
        what it says, the dotted one at the share that is wanted.</dd>
    </dl>`,
  );
}
