import { html } from 'hono/html';
import { type Finding, SEVERITIES } from '../../core/finding.ts';
import { oneLine } from '../../core/quoting/safe-text.ts';
import type { Html } from '../report.ts';

/** Something by which the list can be narrowed, e.g. the owner. */
interface Facet {
  id: string;
  title: string;
  /** What is chosen from, each with how many findings have it. */
  values: readonly { name: string; count: number }[];
  read(finding: Finding): string;
}

/** What the list can be narrowed by. A facet of which all findings have the same value is left out. */
export function facetsOf(findings: readonly Finding[]): Facet[] {
  const facets = [
    { id: 'owner', title: 'Owner', read: ({ owner }: Finding) => (owner ? oneLine(owner) : 'nobody') },
    { id: 'severity', title: 'Severity', read: ({ severity }: Finding) => severity as string },
    { id: 'rule', title: 'Rule', read: ({ rule }: Finding) => rule },
    { id: 'locale', title: 'Language', read: ({ locale }: Finding) => locale ?? 'all' },
  ];
  return facets
    .map((facet) => ({ ...facet, values: countsOf(findings.map(facet.read), facet.id) }))
    .filter(({ values }) => values.length > 1);
}

/** Classes of a finding's entry, by which the style finds it, e.g. `owner-2 rule-1`. */
export function classesOf(finding: Finding, facets: readonly Facet[]): string {
  return facets
    .map(({ id, values, read }) => `${id}-${values.findIndex(({ name }) => name === read(finding))}`)
    .join(' ');
}

/** A list to choose from for each facet. The page's style does the rest, so that no script is needed. */
export function filters(facets: readonly Facet[]): Html | false {
  if (facets.length === 0) return false;
  return html`<div class="filters" role="group" aria-label="Show only">
    ${facets.map(
      ({ id, title, values }) => html`<p><label for="${id}">${title}</label>
        <select id="${id}" autocomplete="off">
          <option value="" selected>all</option>
          ${values.map(({ name, count }, index) => html`<option value="${index}">${name} (${count})</option>`)}
        </select></p>`,
    )}
  </div>
  <p class="missed" role="status"></p>`;
}

/** The style that leaves out what was not chosen. */
export function filterStyle(facets: readonly Facet[]): string {
  const rules = facets.flatMap(({ id, values }) =>
    values.map(
      (_, index) =>
        `body:has(#${id} [value="${index}"]:checked) .work:not(.${id}-${index}) { display: none; }`,
    ),
  );
  return ['@supports not selector(:has(a)) { .filters { display: none; } }', ...rules].join('\n');
}

/** The most frequent first, severities as grave as they are. */
function countsOf(names: readonly string[], id: string): { name: string; count: number }[] {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }));
  const order: readonly string[] = SEVERITIES;
  return id === 'severity'
    ? counts.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    : counts.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
