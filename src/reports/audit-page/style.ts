/** What the list of work adds to the style of the reports. */
export const AUDIT_STYLE = `h1 { overflow-wrap: anywhere; }
.filters { display: grid; gap: .6rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr)); margin: 0 0 1.5rem; }
.filters p { margin: 0; }
.filters label { display: block; color: var(--quiet); font-size: .85rem; }
.filters select { width: 100%; min-height: 2.5rem; font: inherit; color: var(--ink); background: var(--sheet); border: 1px solid var(--quiet); border-radius: 8px; padding: .3rem .5rem; }
.missed { margin: -.75rem 0 1.25rem; }
.missed:empty { margin: 0; }
.works { list-style: none; margin: 0 0 1.5rem; padding: 0; }
.work { background: var(--sheet); border: 1px solid var(--line); border-radius: 14px; padding: clamp(1rem, 3vw, 1.6rem); margin: 0 0 1rem; scroll-margin-top: 1rem; }
.work p { max-width: 48rem; }
.work h2 { font-size: 1.2rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
.work .place { color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums; }
.kind { font-size: .9rem; margin: 0 0 .35rem; }
.severity { display: inline-block; border-radius: 6px; padding: .05rem .5rem; margin-right: .35rem; font-size: .8rem; font-weight: 600; print-color-adjust: exact; }
.severity.error { background: var(--step-1); color: var(--on-strong); }
.severity.warning { background: var(--step-2); color: var(--on-weak); }
.severity.hint { background: var(--step-3); color: var(--on-weak); }
code { font: .9em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.work p code { background: var(--track); color: var(--ink); border-radius: 4px; padding: .05em .3em; }
.said { list-style: none; margin: 0 0 1rem; padding: 0; }
.said li { border-left: 3px solid var(--band); padding: .1rem 0 .1rem .9rem; margin: 0 0 .6rem; max-width: 48rem; }
.said blockquote { margin: 0; }
.said time { color: var(--quiet); font-size: .85rem; }
.lines { margin: 0 0 1rem; }
.lines figcaption { margin: 0 0 .35rem; }
pre { margin: 0; padding: .75rem 1rem; background: var(--track); color: var(--ink); border-radius: 8px; overflow-x: auto; white-space: pre; tab-size: 2; unicode-bidi: isolate; }
pre code { font-size: .9rem; overflow-wrap: normal; }
.course { margin: 0 0 1rem; max-width: 32rem; }
.course figcaption { margin: .2rem 0 0; }
.course .days { display: flex; justify-content: space-between; color: var(--quiet); font-size: .8rem; margin: 0; padding-left: 52px; }
.trend { padding: 0 4px 0 52px; }
.trend .end { text-anchor: end; }
.trend .band { fill: var(--band); }
.trend .line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.trend .whisker { stroke: var(--band); stroke-width: 6; vector-effect: non-scaling-stroke; }
.trend .dots { fill: none; stroke: var(--accent); stroke-width: 5; stroke-linecap: round; vector-effect: non-scaling-stroke; }
.trend .before .line { stroke: var(--quiet); }
.trend .before .dots { stroke: var(--quiet); }
.trend .before .band { fill: var(--track); }
.trend .before .whisker { stroke: var(--track); }
.trend .wanted { stroke: var(--ink); stroke-dasharray: 2 4; }
.trend .change { stroke: var(--ink); stroke-width: 1.5; }
@media (min-width: 52rem) {
  .drawn { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; gap: 0 2rem; }
}
.facts { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; font-size: .9rem; border-top: 1px solid var(--line); padding-top: .75rem; }
.facts dt { color: var(--quiet); font-weight: 400; font-size: .8rem; }
.facts dd { color: var(--ink); margin: 0; }
.end { color: var(--quiet); font-size: .9rem; }
@media print {
  .filters { display: none; }
  .work { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: .75rem 0; }
  .course, .said li, .facts, .lines { break-inside: avoid; }
  pre { white-space: pre-wrap; }
}
`;
