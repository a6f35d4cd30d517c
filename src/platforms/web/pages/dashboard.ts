import { sayDate } from '../../../bot/answers/formats.ts';
import { sayDiagnosis } from '../../../bot/platform/diagnose.ts';
import type { Diagnosis } from '../../../bot/ports/diagnosis.ts';
import type { Context, Reader } from '../context.ts';
import type { Gathered } from '../dashboard/gather.ts';
import { addressOf, dayBefore, nameIn, type Scope, type View } from '../dashboard/scope.ts';
import { type Html, html } from '../render/html.ts';
import { hidden } from '../render/reply.ts';
import { calibrationPlot } from './calibration.ts';
import { inEnglish, outcomePlace, room, select } from './layout.ts';
import { dayCard, tiles } from './overview.ts';
import { cutDown, renderTable } from './table.ts';

const RANGES = [7, 30, 90, 365];

/** The whole page. @param reply what an action came to, if no script shows it */
export async function dashboardPage(view: View, gathered: Gathered, reply?: Html): Promise<Html> {
  const { context, reader, scope } = view;
  const { say } = reader;
  const body = html`<h1 class="unseen">${say('page-dashboard')}</h1>
    ${controls(context, reader, scope)}
    ${outcomePlace(reader, reply)}
    <div data-live="${addressOf('/dashboard', scope)}"
      data-events="${addressOf('/dashboard/events', scope)}">${await livePart(view, gathered)}</div>
    <details class="typed"><summary>${say('work-command')}</summary>
    <form class="command" method="post" action="${addressOf('/dashboard/act', scope)}" data-act>${hidden(reader)}
      <label for="command">${say('dash-command-line')}</label>
      <input id="command" name="text" dir="auto" autocomplete="off" required placeholder="/teach">
      <button class="quiet">${say('dash-run')}</button></form></details>
    <p class="unseen" role="status" data-news data-words="${say('dash-news')}"></p>`;
  return room(view, '/dashboard', {
    body,
    styles: ['uplot.css', 'playground.css', 'dashboard.css'],
    scripts: ['uplot.js', 'dashboard.js'],
  });
}

/** Community and days. */
function controls(context: Context, { say, language }: Reader, { community, communities, from, to }: Scope): Html {
  const today = context.services.now().slice(0, 10);
  const options = communities.map(({ id }) => [id, nameIn(communities, id, say)] as const);
  const length = new Intl.NumberFormat(language, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const ranges = RANGES.map((days) => {
    const first = dayBefore(today, days - 1);
    const query = new URLSearchParams({ community: community.id, from: first, to: today }).toString();
    const isNow = from === first && to === today;
    return html`<a href="/dashboard?${query}"${isNow && html` aria-current="true"`}>${length.format(days)}</a>`;
  });
  const day = (name: string, label: string, value: string): Html =>
    html`<label>${label} <input type="date" name="${name}" value="${value}" max="${today}"></label>`;
  return html`<div class="controls">
    <form method="get" action="/dashboard" data-auto class="scope">
      ${communities.length > 0 && select('community', say('dash-community'), options, community.id)}
      ${day('from', say('dash-from'), from)}${day('to', say('dash-to'), to)}
      <button class="quiet">${say('dash-show')}</button>
    </form>
    <nav class="ranges" aria-label="${say('dash-ranges')}">${ranges}</nav>
  </div>`;
}

/** The part that changes while somebody looks on. */
export async function livePart(view: View, { use, buckets, tables, troubles }: Gathered): Promise<Html> {
  const { context, reader, scope } = view;
  const { say } = reader;
  const shown = async (name: string): Promise<Html | undefined> => {
    const table = tables.get(name);
    return table && renderTable(view, cutDown(table, say));
  };
  const days = tables.get('days');
  const waiting = WORK.filter((name) => (tables.get(name)?.rows.length ?? 0) > 0);
  const work = await Promise.all(waiting.map(shown));
  const figures = await Promise.all(['languages', 'platforms', 'top', 'coverage', 'pins', 'history'].map(shown));
  const isQuiet = work.length + troubles.length + context.services.knowledge.refused().length === 0;
  const range = { from: sayDate(scope.from, say.locale), to: sayDate(scope.to, say.locale) };
  return html`<section class="work" aria-labelledby="t-work"><h2 id="t-work">${say('work-title')}</h2>
    ${refused(view)}${troubleCard(view, troubles)}
    ${isQuiet && html`<p class="at-rest">${say('work-none')}</p>`}<div class="cards">${work}</div></section>
    <h2 class="part">${say('work-figures')}</h2>${tiles(view, use)}
    <div class="cards">
    ${days && (await dayCard(view, use, days))}
    ${figures}
    <div class="pair">${await shown('calibration')}${calibrationPlot(reader, buckets)}</div>
    </div><p class="updated">${say('dash-range', range)}</p>`;
}

/** Tables of what waits for somebody, the most urgent first; those with nothing in them are left out. */
const WORK = ['waiting', 'handed', 'unanswered', 'suggestions', 'attention'] as const;

/** Faults of the set-up, each with its cure. */
function troubleCard({ reader: { say, direction } }: View, troubles: readonly Diagnosis[]): Html | undefined {
  if (troubles.length === 0) return undefined;
  const items = troubles.map((one) => {
    const lines = sayDiagnosis(one, say, direction);
    return html`<li>${lines.map((line, at) => html`${at > 0 && html`<br>`}<bdi>${line}</bdi>`)}</li>`;
  });
  return html`<div class="trouble" id="troubles" role="status"><p>${say('work-trouble')}</p>
    <ul class="plain-list">${items}</ul></div>`;
}

/** Problems that are listed; the rest is counted. */
const MOST_PROBLEMS = 10;

/** That changed knowledge is not answered from, and why; nothing if it is. */
function refused({ context, reader }: View): Html | undefined {
  const { say } = reader;
  const problems = context.services.knowledge.refused();
  const rest = problems.length - MOST_PROBLEMS;
  if (problems.length === 0) return undefined;
  const items = problems.slice(0, MOST_PROBLEMS).map((problem) => html`<li><bdi lang="en">${problem}</bdi></li>`);
  return html`<div class="trouble" id="refused" role="status">
    <p>${say('reload-refused', { count: problems.length })}</p>${inEnglish(reader)}<ul>${items}</ul>
    ${rest > 0 && html`<p>${say('reload-more', { count: rest })}</p>`}</div>`;
}
