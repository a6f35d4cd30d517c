import type { Table } from '../table.ts';
import { escaped } from './escape.ts';
import { LOOK } from './look.ts';
import { dotAt, lineThrough } from './plot.ts';
import { coveragePlot } from './plot-coverage.ts';
import { reliabilityPlot } from './plot-reliability.ts';
import type { Shown } from './shown.ts';
import { styleOf } from './style-of.ts';

/**
 * A page with plots of all results: one file, without scripts, that loads nothing.
 * @param table columns of figures for each engine
 */
export function evalPage(shown: readonly Shown[], table: Table): string {
  const sets = [...new Set(shown.map(({ row }) => row.set))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>How right, and how sure: Wenda and its peers</title>
<style>${LOOK}</style>
</head>
<body>
<h1>How right, and how sure</h1>
<p>Wenda and its peers on the same questions. On the left: of the answers given with some confidence, how many were right; on the dotted line the confidence is true to its word. On the right: how many of the answerable questions are answered and how many of the answers are right, wherever the threshold is put; a dot is where the engine itself puts it. Answers to chatter count as wrong.</p>
${sets
  .map((set) =>
    section(
      set,
      shown.filter(({ row }) => row.set === set),
      table,
    ),
  )
  .join('\n')}
</body>
</html>
`;
}

function section(set: string, shown: readonly Shown[], table: Table): string {
  return `<section>
<h2>${escaped(set)}</h2>
<ul class="legend">${shown.map(legendOf).join('')}</ul>
<div class="plots">
<figure><h3>Reliability</h3>${reliabilityPlot(set, shown)}</figure>
<figure><h3>Coverage against precision</h3>${coveragePlot(set, shown)}</figure>
</div>
<div class="wide">${tableOf(shown, table)}</div>
</section>`;
}

function legendOf(shown: Shown): string {
  const { engine } = shown.row;
  const note = noteOn(shown);
  const line = lineThrough([[1, 5] as const, [33, 5] as const], styleOf(engine));
  const picture = `<svg viewBox="0 0 34 10" aria-hidden="true">${line}${dotAt([17, 5], styleOf(engine), 4, engine)}</svg>`;
  return `<li>${picture}${escaped(engine)}${note === '' ? '' : ` <span>(${escaped(note)})</span>`}</li>`;
}

/** The reason why an engine has no line in a plot. */
function noteOn({ row: { figures }, outcomes }: Shown): string {
  if (typeof figures === 'string') return figures;
  return outcomes.some(({ score }) => score === undefined) ? 'gives no scores' : '';
}

function tableOf(shown: readonly Shown[], { headings, cellsOf }: Table): string {
  const head = headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join('');
  const rows = shown.map(({ row }) =>
    cellsOf(row)
      .map((cell, at) => (at === 0 ? `<th scope="row">${escaped(cell)}</th>` : `<td>${escaped(cell)}</td>`))
      .join(''),
  );
  const body = rows.map((cells) => `<tr>${cells}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}
