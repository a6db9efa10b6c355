/** Colour of a company that has not chosen one. */
const ACCENT = '#0f4c5c';

/**
 * The page's style. Every colour has a light and a dark side; text reaches a contrast of 4.5 to 1 on each ground that
 * it stands on. On paper the light side is used.
 *
 * @param accent The company's colour, readable on white.
 */
export function style(accent = ACCENT): string {
  return `:root { color-scheme: light dark; --accent: light-dark(${accent}, oklch(from ${accent} 0.82 calc(c * 1.2) h)); }
${COLOURS}${PAGE}${CHOICE}${TABLES}${PICTURES}${TIME}${LEVELS}${PAPER}`;
}

const COLOURS = `:root {
  --page: light-dark(#f6f7f5, #12171a);
  --sheet: light-dark(#ffffff, #1a2125);
  --ink: light-dark(#1c2428, #e7ecee);
  --quiet: light-dark(#55626a, #a5b1b8);
  --line: light-dark(#dde3e3, #313c42);
  --track: light-dark(#e6ebea, #2a343a);
  --band: color-mix(in oklab, var(--accent), var(--sheet) 68%);
  --step-1: light-dark(#a4451c, #f0a073);
  --step-2: light-dark(#f3c8a8, #80502f);
  --step-3: light-dark(#dcdfdd, #4c565c);
  --step-4: light-dark(#a8d5ca, #2d665d);
  --step-5: light-dark(#1d6a5f, #66c6b4);
  --on-strong: light-dark(#ffffff, #10191b);
  --on-weak: light-dark(#1c2428, #ffffff);
}
`;

const PAGE = `* { box-sizing: border-box; }
html { background: var(--page); color: var(--ink); font: 1rem/1.55 system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; -webkit-text-size-adjust: 100%; }
body { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; hyphens: manual; }
header { border-top: 4px solid var(--accent); padding: 1.5rem 0 1rem; }
header p { margin: 0; }
.site { color: var(--accent); font-weight: 600; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; overflow-wrap: break-word; }
h1 { font-size: clamp(1.8rem, 5vw, 2.6rem); letter-spacing: -0.015em; margin: .2rem 0 .4rem; }
h2 { font-size: 1.4rem; letter-spacing: -0.01em; margin: 0 0 1rem; }
h3 { font-size: 1.05rem; margin: 2rem 0 .6rem; }
p { margin: 0 0 .75rem; max-width: 44rem; text-wrap: pretty; }
a { color: var(--accent); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
nav { margin: 0 0 1.5rem; font-size: .9rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .25rem 0; }
section { background: var(--sheet); border: 1px solid var(--line); border-radius: 14px; padding: clamp(1.1rem, 3.5vw, 2rem); margin: 0 0 1.5rem; scroll-margin-top: 1rem; }
small { font-size: .85rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet, small.quiet { color: var(--quiet); font-size: .9rem; }
.gone { font-family: ui-monospace, monospace; font-size: .9em; }
.note { color: var(--quiet); font-size: .9rem; margin: 1.25rem 0 0; }
.nothing { color: var(--quiet); border: 1px dashed var(--line); border-radius: 10px; padding: .9rem 1.1rem; max-width: none; }
.climb { font-size: 1.1rem; border-left: 4px solid var(--accent); padding-left: .9rem; margin: 0 0 1.25rem; }
.tiles { list-style: none; margin: 0 0 1.5rem; padding: 0; display: grid; gap: 1.25rem 1.75rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); }
.tiles strong { display: block; font-size: 2rem; line-height: 1.15; letter-spacing: -0.02em; color: var(--accent); font-variant-numeric: tabular-nums; }
.tiles span { display: block; font-size: .95rem; }
section > :last-child { margin-bottom: 0; }
dl { margin: 0; }
dt { font-weight: 600; }
dd { margin: 0 0 1rem; max-width: 44rem; color: var(--quiet); }
.quotes { columns: 22rem 2; column-gap: 1.25rem; }
.quote { break-inside: avoid; margin: 0 0 1.25rem; padding: .9rem 1.1rem; border: 1px solid var(--line); border-radius: 10px; }
blockquote { margin: 0 0 .5rem; white-space: pre-line; unicode-bidi: isolate; }
.quote figcaption { color: var(--quiet); font-size: .85rem; margin: 0; }
`;

const CHOICE = `.choice { margin: 0 0 1.5rem; }
.choice p { margin: 0 0 .5rem; }
.choice label { font-weight: 600; margin-right: .5rem; }
.choice select, .find input { font: inherit; color: var(--ink); background: var(--sheet); border: 1px solid var(--quiet); border-radius: 8px; min-height: 2.5rem; padding: .3rem .6rem; max-width: 100%; }
.whose { color: var(--quiet); font-size: .9rem; margin: -.6rem 0 1.1rem; }
.whose.chosen { color: var(--ink); border-left: 4px solid var(--accent); padding-left: .6rem; }
.change { font-size: .9rem; }
.change::before { content: '='; display: inline-grid; place-items: center; width: 1.35em; height: 1.35em; border-radius: 50%; margin-right: .45em; font-size: .8em; background: var(--track); color: var(--ink); print-color-adjust: exact; }
.change.better::before { content: '↑'; background: var(--step-5); color: var(--on-strong); }
.change.worse::before { content: '↓'; background: var(--step-1); color: var(--on-strong); }
.change.better, .change.worse { font-weight: 600; }
.change.open { color: var(--quiet); }
.tiles .change { margin-top: .35rem; font-size: .85rem; }
.demo-note, .demo { background: var(--step-2); color: var(--on-weak); border-radius: 8px; print-color-adjust: exact; }
.demo-note { padding: .6rem .9rem; max-width: none; }
.picture { position: relative; }
.demo { width: fit-content; margin: 0 0 .6rem auto; padding: .05rem .6rem; font-size: .8rem; font-weight: 600; }
.mend { background: var(--track); border-radius: 10px; padding: 1rem 1.25rem; margin: 1.25rem 0; }
.mend h3 { margin-top: 0; }
.mend .quiet { color: var(--ink); margin: 0; }
.mend ul { margin: 0 0 .75rem; padding-left: 1.2rem; }
.mend li { margin: .2rem 0; }
code { font: .9em/1.5 ui-monospace, 'SF Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.lead { font-weight: 600; margin: 1rem 0 0; }
.find label { font-size: .9rem; }
.find input { display: block; width: min(100%, 24rem); margin-top: .2rem; }
.outstanding p { margin: 0 0 .4rem; }
.outstanding ul { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 1rem; padding: 0; }
.outstanding li { border: 1px solid var(--line); border-radius: 999px; padding: .25rem .8rem; font-size: .9rem; }
.outstanding li:has(button) { border: 0; padding: 0; }
.outstanding small { color: var(--quiet); }
.outstanding button, .keep { font: inherit; color: var(--ink); background: none; border: 1px solid var(--quiet); border-radius: 999px; min-height: 2rem; padding: .2rem .8rem; cursor: pointer; }
.outstanding button[aria-pressed='true'] { background: var(--accent); border-color: var(--accent); color: var(--sheet); }
.outstanding button[aria-pressed='true'] small { color: inherit; }
[hidden] { display: none !important; }
.keep { display: block; font-size: .8rem; min-height: 1.75rem; margin: .5rem 0 0 auto; color: var(--quiet); border-color: var(--line); }
`;

const TABLES = `details { margin-top: 1rem; }
summary { cursor: pointer; color: var(--accent); font-size: .9rem; padding: .25rem 0; width: fit-content; }
details > .kept, details > .quotes { margin-top: .75rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--quiet); padding-bottom: .4rem; overflow-wrap: break-word; }
th, td { padding: .4rem .75rem .4rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--quiet); font-weight: 500; vertical-align: bottom; }
tbody th { font-weight: 400; min-width: 7rem; }
tbody th span { overflow-wrap: anywhere; }
a[lang], blockquote { hyphens: auto; }
td { white-space: nowrap; }
td:not(.number, .bar) { white-space: normal; }
.number { text-align: end; }
td.bar, th.bar { width: 38%; min-width: 4rem; }
td.bar { padding-top: .65rem; }
.columns-of-tables { display: grid; gap: 0 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15.5rem), 1fr)); }
.columns-of-tables tbody th { min-width: 6rem; }
`;

const PICTURES = `figure { margin: 0; }
figcaption { color: var(--quiet); font-size: .9rem; margin-top: .9rem; max-width: 44rem; }
svg { display: block; overflow: visible; max-width: 100%; }
svg text { font: 500 12px system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
.figure { font-size: 2.4rem; line-height: 1.1; letter-spacing: -0.02em; font-weight: 600; margin: 0 0 .75rem; }
.figure small { font-size: 1rem; font-weight: 400; letter-spacing: 0; color: var(--quiet); }
.track { fill: var(--track); stroke: var(--track); }
.range .track { stroke-width: 2; }
.range { padding: 0 6px; margin: .35rem 0; }
.range .band { fill: var(--band); }
.range .dot { fill: var(--accent); stroke: var(--sheet); stroke-width: 2; }
.range .limit { stroke: var(--ink); stroke-width: 1.5; }
.bar .fill { fill: var(--accent); }
.bar .track { stroke: none; }
.spread text { text-anchor: middle; dominant-baseline: central; }
.spread rect { stroke: var(--sheet); stroke-width: 1.5; }
.spread .centre { stroke: var(--ink); stroke-width: 1.5; }
.step-1 { fill: var(--step-1); --swatch: var(--step-1); }
.step-2 { fill: var(--step-2); --swatch: var(--step-2); }
.step-3 { fill: var(--step-3); --swatch: var(--step-3); }
.step-4 { fill: var(--step-4); --swatch: var(--step-4); }
.step-5 { fill: var(--step-5); --swatch: var(--step-5); }
svg .on-step-1, svg .on-step-5 { fill: var(--on-strong); }
svg .on-step-2, svg .on-step-3, svg .on-step-4 { fill: var(--on-weak); }
.detractors { fill: var(--step-1); --swatch: var(--step-1); }
.passives { fill: var(--step-3); --swatch: var(--step-3); }
.promoters { fill: var(--step-5); --swatch: var(--step-5); }
.columns text { text-anchor: middle; }
svg .tick { fill: var(--quiet); font-weight: 400; }
.axis, .grid { stroke: var(--line); }
.ends { color: var(--quiet); font-size: .9rem; margin: .4rem 0 .9rem; }
.legend { list-style: none; margin: 0 0 .75rem; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; font-size: .9rem; }
.legend li::before { content: ''; display: inline-block; width: .8em; height: .8em; border-radius: 3px; margin-right: .45em; background: var(--swatch); vertical-align: -.05em; print-color-adjust: exact; }
.spreads, .ranges { list-style: none; margin: 0; padding: 0; }
.spreads li, .ranges li { display: grid; gap: .25rem 2rem; padding: .7rem 0; border-bottom: 1px solid var(--line); }
.spreads li:last-child, .ranges li:last-child { border-bottom: 0; }
.spreads p, .ranges p { margin: 0; }
.spreads svg { margin-bottom: .2rem; }
@media (min-width: 46rem) { .spreads li, .ranges li { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); } }
`;

const TIME = `.time { padding: 0 4px 0 46px; }
.time .middle { text-anchor: middle; }
.time .end { text-anchor: end; }
.time .band { fill: var(--band); }
.time .line { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; vector-effect: non-scaling-stroke; }
.time .whisker { stroke: var(--band); stroke-width: 4; vector-effect: non-scaling-stroke; }
.time .dot { fill: var(--accent); }
.time .count { fill: var(--quiet); opacity: .55; }
.time .wanted { stroke: var(--ink); stroke-dasharray: 2 4; }
.multiples { list-style: none; margin: 0; padding: 0; display: grid; gap: 1.75rem 2.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); }
.multiples p { margin: 0 0 .25rem; }
.score { margin: .25rem 0 1.25rem; }
.score rect:not(.band) { stroke: var(--sheet); stroke-width: 1.5; }
.score text { text-anchor: middle; dominant-baseline: central; }
.score .start { text-anchor: start; }
.score .end { text-anchor: end; }
.score .band { fill: var(--band); }
.score .track { stroke-width: 2; }
.score .limit { stroke: var(--ink); stroke-width: 1.5; }
.score .dot { fill: var(--accent); stroke: var(--sheet); stroke-width: 2; }
svg .on-detractors, svg .on-promoters { fill: var(--on-strong); }
svg .on-passives { fill: var(--on-weak); }
.shift .way { stroke: var(--band); stroke-width: 5; }
.shift .was { fill: var(--sheet); stroke: var(--accent); stroke-width: 2; }
`;

const LEVELS = `.levels { display: grid; gap: 1rem 2.5rem; }
.pyramid { height: 15rem; }
.levels ol { display: grid; list-style: none; margin: 0; padding: 0; }
.levels li { display: grid; align-content: center; grid-row: var(--row); padding: .8rem 0; border-bottom: 1px solid var(--line); }
.levels li:first-child { border-bottom: 0; }
@media (min-width: 46rem) { .levels { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); } .levels ol { grid-auto-rows: 1fr; } .pyramid { height: 100%; } }
.levels h3 { margin: 0; }
.levels p { margin: 0; }
.pyramid .layer { stroke: var(--sheet); stroke-width: 3; vector-effect: non-scaling-stroke; fill: var(--step-3); }
.pyramid .holds { fill: var(--step-5); }
.pyramid .first-broken, .pyramid .below { fill: var(--step-1); }
.pyramid .not-reached, .pyramid .too-few, .pyramid .not-asked { fill: var(--track); }
.pyramid text { text-anchor: middle; dominant-baseline: central; font-size: 15px; font-weight: 600; }
.pyramid text.on-layer { fill: var(--on-weak); }
.pyramid text.holds, .pyramid text.first-broken, .pyramid text.below { fill: var(--on-strong); }
.pyramid text.not-reached, .pyramid text.too-few, .pyramid text.not-asked { fill: var(--ink); }
.verdict { font-weight: 600; }
.verdict::before { content: '?'; display: inline-grid; place-items: center; width: 1.35em; height: 1.35em; border-radius: 50%; margin-right: .45em; font-size: .85em; background: var(--step-3); color: var(--on-weak); print-color-adjust: exact; }
.verdict.holds::before, .verdict.helped::before { content: '✓'; background: var(--step-5); color: var(--on-strong); }
.verdict.first-broken::before, .verdict.below::before, .verdict.hurt::before { content: '!'; background: var(--step-1); color: var(--on-strong); }
.verdict.not-reached::before, .verdict.not-asked::before { content: '–'; background: var(--track); color: var(--ink); }
`;

const PAPER = `@media print {
  :root { color-scheme: light; }
  html { background: none; font-size: 10.5pt; }
  body { padding: 0; max-width: none; }
  nav, .choice, .keep, .find { display: none; }
  section { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 1rem 0; }
  svg { print-color-adjust: exact; }
  .levels, .mend, .multiples > *, .spreads li, .ranges li, .quote, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  details:not([open]) { display: none; }
}
`;
