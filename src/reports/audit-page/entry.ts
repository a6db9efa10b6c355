import { html } from 'hono/html';
import type { Finding } from '../../core/finding.ts';
import { codeSpans } from '../../core/quoting/code-spans.ts';
import { manyLines, oneLine } from '../../core/quoting/safe-text.ts';
import type { AuditReport, SubjectPage } from '../audit-report.ts';
import { shortId } from '../finding-details.ts';
import type { Html } from '../report.ts';
import type { Words } from '../words.ts';
import { trend } from './trend.ts';

/** What the entries of a page share. */
export interface EntryContext {
  report: AuditReport;
  words: Words;
  pages: ReadonlyMap<string, SubjectPage>;
  /** Names of the rules that the foot of the page explains. */
  explained: ReadonlySet<string>;
}

/** One finding: what is wrong, what to do, whom it concerns, and what readers say. */
export function entry(finding: Finding, place: number, classes: string, context: EntryContext): Html {
  const { severity, rule, file, message, hint, comments = [], proposal } = finding;
  const { report, words, pages, explained } = context;
  const id = `finding-${place}`;
  const page = pages.get(file);
  const series = report.series.get(file);
  const title = page
    ? html`<a href="${page.address}" lang="${finding.locale}">${oneLine(page.title)}</a>`
    : oneLine(file);
  const course = series && trend(series, report.site.limits.helpfulShare, words);
  return html`<li class="work ${classes}" id="${id}">
    <article aria-labelledby="${id}-title">
      <p class="kind"><span class="severity ${severity}">${severity}</span>
        ${explained.has(rule) ? html`<a href="#rule-${rule}">${rule}</a>` : rule}</p>
      <h2 id="${id}-title"><span class="place">${place}.</span> ${title}</h2>
      <div class="${course && 'drawn'}">
        <div>
          <p>${marked(message)}</p>
          <p><strong>What to do:</strong> ${marked(hint)}</p>
          ${comments.length > 0 && quotes(comments, finding.locale, words)}
          ${proposal && lines(proposal, report)}
        </div>
        ${course}
      </div>
      ${facts(finding, context)}
    </article>
  </li>`;
}

function quotes(comments: NonNullable<Finding['comments']>, locale: string | undefined, words: Words): Html {
  return html`<ul class="said" aria-label="What readers wrote">${comments.map(
    ({ id, day, text }) => html`<li><blockquote lang="${locale}">${manyLines(text).join('\n')}</blockquote>
      <time datetime="${day}">${words.shortDay(day)}</time> <code>${shortId(id)}</code></li>`,
  )}</ul>`;
}

function lines({ file, text }: NonNullable<Finding['proposal']>, { folder }: AuditReport): Html {
  const name = `${folder.replace(/\/+$/, '')}/${oneLine(file)}`;
  return html`<figure class="lines">
    <figcaption>To copy into <code>${name}</code></figcaption>
    <pre tabindex="0" role="group" aria-label="Lines for ${name}"><code>${manyLines(text).join('\n')}</code></pre>
  </figure>`;
}

/** Where it is, who looks after it, since when it is so, and about how many readers it costs. */
function facts({ file, line, owner, since, impact, locale }: Finding, { report, words }: EntryContext): Html {
  const { editUrl } = report.site;
  const path = oneLine(file);
  const place = html`<code>${path}:${line}</code>`;
  const shown: [string, Html | string | false | undefined][] = [
    ['Owner', owner && oneLine(owner)],
    ['Language', locale && words.language(locale)],
    ['Since', since && html`<time datetime="${since}">${words.shortDay(since)}</time>`],
    ['Readers affected', impact !== undefined && impact >= 0.5 && `about ${words.number(impact)}`],
    ['File', editUrl ? html`<a href="${editUrl.replace('{path}', path)}">${place}</a>` : place],
  ];
  return html`<dl class="facts">${shown.map(
    ([name, value]) => value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}

/** A text in which what stands in backquotes is shown as code, and a per cent sign stays with its number. */
function marked(text: string): Html[] {
  return codeSpans(oneLine(text).replace(/(\d) %/g, '$1\u00a0%')).map(({ text: part, isCode }) =>
    isCode ? html`<code>${part}</code>` : html`${part}`,
  );
}
