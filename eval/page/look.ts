/**
 * Each engine's colour on a light and on a dark ground, and its dashes. People who see few colours can tell them apart,
 * too.
 */
const COLOURS: readonly (readonly [string, string, string])[] = [
  ['#0a5fb4', '#6cb6ff', ''],
  ['#c2410c', '#ff9a62', '7 3'],
  ['#0f7b5f', '#45cfa5', '2 3'],
  ['#8a6500', '#e3b341', '9 3 2 3'],
  ['#a8327f', '#f58ac9', '5 2'],
  ['#5b4bb7', '#b4a5ff', '10 4'],
];

const coloursOf = (ground: 0 | 1): string => COLOURS.map((colours, at) => `--e${at}: ${colours[ground]};`).join(' ');

const ENGINE_RULES = COLOURS.map(
  ([, , dashes], at) =>
    `.line.e${at} { stroke: var(--e${at}); stroke-dasharray: ${dashes || 'none'}; } .dot.e${at} { fill: var(--e${at}); } .f${at} { fill: var(--e${at}); }`,
).join('\n');

/** Style sheet of a plot in a file of its own. */
export const PLOT_LOOK = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1c2430; --soft: #5a6472; --rule: #dfe3e8; ${coloursOf(0)} }
@media (prefers-color-scheme: dark) { :root { --ground: #12161c; --ink: #e6eaf0; --soft: #9aa5b3; --rule: #2a313b; ${coloursOf(1)} } }
text { fill: var(--soft); font: 12px system-ui, sans-serif; text-anchor: middle; }
.label { fill: var(--ink); font-size: 13px; }
.side { text-anchor: end; }
.start { text-anchor: start; }
.count { font-size: 11px; font-variant-numeric: tabular-nums; }
.grid { stroke: var(--rule); }
.ideal { stroke: var(--soft); stroke-dasharray: 1 4; }
.line { fill: none; stroke-width: 1.75; stroke-linejoin: round; }
.line.e0 { stroke-width: 3; }
.dot { stroke: var(--ground); stroke-width: 1.5; }
${ENGINE_RULES}
`;

/** Style sheet of a page. */
export const LOOK = `${PLOT_LOOK}
body { margin: 0 auto; max-width: 76rem; padding: 2rem 1.5rem 4rem; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.25; text-wrap: balance; }
h2 { margin: 0; font-size: 1.25rem; }
h3 { margin: 0 0 .5rem; font-size: 1rem; font-weight: 600; }
p { margin: .25rem 0; max-width: 62rem; color: var(--soft); }
section { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--rule); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: .75rem 0 1rem; padding: 0; list-style: none; }
.legend li { display: flex; align-items: center; gap: .5rem; }
.legend svg { width: 34px; height: 10px; }
.legend span { color: var(--soft); }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1.5rem 2rem; align-items: start; }
figure { margin: 0; }
svg { display: block; width: 100%; height: auto; }
.wide { margin-top: 1.25rem; overflow-x: auto; }
table { min-width: 66rem; border-collapse: collapse; font-size: .8125rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid var(--rule); text-align: right; vertical-align: bottom; }
th { font-weight: 600; }
thead th { color: var(--soft); }
th:first-child { padding-left: 0; text-align: left; white-space: nowrap; }
`;
